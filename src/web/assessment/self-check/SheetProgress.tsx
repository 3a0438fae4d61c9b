import { itemsOf, type Sheet } from '#core/catalogue/sheet.ts';
import { Progress } from '#web/ui/Progress.tsx';
import { isComplete, type SelfAnswer } from './self-check.ts';

type SheetProgressProps = {
  readonly sheet: Sheet;
  readonly answers: Readonly<Record<string, SelfAnswer>>;
};

/** How many questions are answered, in all and by area, each area leading to its first open question. */
export function SheetProgress({ sheet, answers }: SheetProgressProps) {
  const items = itemsOf(sheet);
  const done = items.filter(({ id }) => isComplete(answers[id])).length;
  return (
    <div className="rounded-12 border border-solid-gray-100 bg-white p-4">
      <p className="text-help text-solid-gray-700">答えた数</p>
      <p className="mb-2 tabular-nums">
        <span className="text-page">{done}</span>
        <span className="text-help"> / {items.length}問</span>
      </p>
      <Progress label="答えた数" value={done} total={items.length} words={`${items.length}問のうち${done}問`} bare />
      <ul className="mt-3">
        {sheet.areas.map((area) => (
          <AreaProgress key={area.id} area={area} answers={answers} />
        ))}
      </ul>
    </div>
  );
}

function AreaProgress({ area, answers }: { area: Sheet['areas'][number]; answers: SheetProgressProps['answers'] }) {
  const open = area.items.find(({ id }) => !isComplete(answers[id]));
  const done = area.items.filter(({ id }) => isComplete(answers[id])).length;
  return (
    <li>
      <a
        href={`#${open?.id ?? area.items[0]?.id}`}
        className="flex min-h-8 items-center justify-between gap-2 rounded-4 px-1 text-help hover:underline"
      >
        <span>{area.title}</span>
        <span className="shrink-0 tabular-nums text-solid-gray-700">
          {done}/{area.items.length}
          <span className="inline-block w-5 text-right font-700 text-green-800">{open ? '' : '✓'}</span>
        </span>
      </a>
    </li>
  );
}
