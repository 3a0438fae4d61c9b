import { Score } from '../ui/Score.tsx';
import { Tag } from '../ui/Tag.tsx';

const areas = [
  { title: 'バックアップ', score: 1 },
  { title: '認証', score: 1.5 },
  { title: '連絡', score: 2 },
  { title: '体制', score: 3 },
];
const measures = ['週1回、バックアップを外付けに取り、外しておく', '二要素認証の時期を事業者に聞く'];

/** What a result looks like, with made-up answers and said to be so. */
export function ResultSample() {
  return (
    <figure className="rounded-16 border border-solid-gray-100 bg-white p-5">
      <figcaption className="mb-3 flex items-baseline justify-between gap-2">
        <span className="font-700">結果はこう見えます</span>
        <Tag>見本</Tag>
      </figcaption>
      <p className="mb-4 rounded-8 bg-attention-ground px-3 py-2 font-700">11分野のうち2分野に、対策が要ります。</p>
      <ul className="flex flex-col gap-2">
        {areas.map(({ title, score }) => (
          <li key={title} className="grid grid-cols-[7rem_1fr] items-center text-help">
            <span>{title}</span>
            <Score value={score} max={3} text={score.toFixed(1)} label={`${title}の点`} threshold={1.5} />
          </li>
        ))}
      </ul>
      <p className="mt-4 mb-1 text-help text-solid-gray-700">まず、ここから</p>
      <ol className="divide-y divide-solid-gray-100 border-t border-solid-gray-100">
        {measures.map((measure, place) => (
          <li key={measure} className="flex gap-3 py-2 text-help">
            <span className="font-700 tabular-nums">{place + 1}</span>
            {measure}
          </li>
        ))}
      </ol>
    </figure>
  );
}
