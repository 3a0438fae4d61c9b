import type { MeasureLine } from '#core/assessment/report/measure-list.ts';
import { areaScoreText } from '#core/assessment/score-text.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { unbroken } from '#web/ui/unbroken.ts';
import { Causes } from './Causes.tsx';
import { Effort } from './Effort.tsx';
import type { ShownResult } from './shown-result.ts';

type MeasureItemProps = {
  readonly shown: ShownResult;
  readonly line: MeasureLine;
  /** Says which area the measure stands in, where the list does not. */
  readonly areaShown: boolean;
};

/** One measure: what and why, which answers called for it, what has to stand before it, what it takes. */
export function MeasureItem({ shown, line, areaShown }: MeasureItemProps) {
  const { result } = shown;
  const proposed = [...result.measures, ...result.elsewhere].find(({ id }) => id === line.id);
  if (!proposed) return null;
  return (
    <li data-print="whole" className="flex gap-3 py-4 print:py-2">
      {line.place !== null && (
        <span className="flex size-7 shrink-0 items-center justify-center rounded-full bg-blue-50 font-700 tabular-nums text-blue-1000">
          {line.place}
        </span>
      )}
      <div className="flex min-w-0 flex-1 flex-col gap-x-6 gap-y-2 wide:flex-row wide:items-start wide:justify-between print:flex-row print:items-start print:justify-between">
        <div className="min-w-0 flex-1">
          {areaShown && <AreaMark shown={shown} area={proposed.area} />}
          <p className="font-700">{line.title}</p>
          <p className="text-help">なぜ：{unbroken(line.why)}</p>
          <Causes shown={shown} measure={proposed} />
          <Before prerequisites={proposed.prerequisites} />
        </div>
        <Effort {...line} />
      </div>
    </li>
  );
}

function AreaMark({ shown, area }: { readonly shown: ShownResult; readonly area: string }) {
  const { areas, weakAreas } = shown.result;
  const found = areas.find(({ id }) => id === area);
  if (!found) return null;
  if (!weakAreas.includes(area)) return <Tag>ほかの分野「{found.title}」の対策</Tag>;
  return (
    <p className="text-help font-700 text-orange-1000">
      {found.title} <span aria-hidden="true">●</span> {areaScoreText(found.score)}点
    </p>
  );
}

type BeforeProps = {
  readonly prerequisites: readonly { readonly id: string; readonly title: string; readonly blocks: boolean }[];
};

function Before({ prerequisites }: BeforeProps) {
  return prerequisites.map(({ id, title, blocks }) => (
    <p key={id} className="text-help">
      <span className="font-700">{blocks ? '先に要ること：' : '先にあるとよいこと：'}</span>
      {title || id}
    </p>
  ));
}
