import type { MeasureLine, MeasureList } from '#core/assessment/report/measure-list.ts';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { MeasureItem } from './MeasureItem.tsx';
import { PrintedMeasures } from './PrintedMeasures.tsx';
import type { ShownResult } from './shown-result.ts';

type OtherMeasuresProps = { readonly shown: ShownResult; readonly list: MeasureList };

/** The measures after the first six, by area; those that stand in another area come last. */
export function OtherMeasures({ shown, list }: OtherMeasuresProps) {
  const rest = (lines: readonly MeasureLine[]) => lines.filter(({ place }) => place === null);
  const groups = list.groups
    .map(({ area, title, scoreText, lines }) => ({
      key: area,
      title: `${title}（${scoreText}点）`,
      lines: rest(lines),
    }))
    .filter(({ lines }) => lines.length > 0);
  const elsewhere = rest(list.elsewhere);
  const count = groups.reduce((sum, { lines }) => sum + lines.length, elsewhere.length);
  if (count === 0) return null;
  return (
    <div className="mt-4 border-t border-solid-gray-300 pt-4">
      <h3 className="font-700">ほかの対策（{count}件）</h3>
      <p className="text-help text-solid-gray-700 print:hidden">分野を選ぶと、理由と費用が出ます。</p>
      <p className="hidden break-after-avoid text-help text-solid-gray-700 print:block">
        理由ときっかけの答えは、画面で分野を開くと読めます。
      </p>
      <div className="mt-1 grid-cols-2 gap-x-8 wide:grid [&>:has([data-expanded])]:col-span-2">
        {groups.map(({ key, title, lines }) => (
          <Folded key={key} shown={shown} title={`${title}　${lines.length}件`} lines={lines} />
        ))}
        {elsewhere.length > 0 && (
          <Folded shown={shown} title={`ほかの分野にある対策　${elsewhere.length}件`} lines={elsewhere} areaShown />
        )}
      </div>
    </div>
  );
}

type FoldedProps = {
  readonly shown: ShownResult;
  readonly title: string;
  readonly lines: readonly MeasureLine[];
  readonly areaShown?: boolean;
};

function Folded({ shown, title, lines, areaShown = false }: FoldedProps) {
  return (
    <div className="group/folded">
      <Disclosure title={title} level={4} printedAsSeen>
        <ul className="divide-y divide-solid-gray-100 border-t border-solid-gray-100">
          {lines.map((line) => (
            <MeasureItem key={line.id} shown={shown} line={line} areaShown={areaShown} />
          ))}
        </ul>
      </Disclosure>
      <PrintedMeasures lines={lines} />
    </div>
  );
}
