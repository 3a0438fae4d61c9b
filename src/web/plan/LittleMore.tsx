import { useQuery } from '@tanstack/react-query';
import { areaScoreText, sheetScoreText } from '#core/assessment/score-text.ts';
import type { Frontier, Reach } from '#core/plan/frontier.ts';
import { frontierChart, manYenText } from '#core/plan/frontier-chart.ts';
import { frontierLines, isFlat } from '#core/plan/frontier-words.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Drawing } from '#web/ui/Drawing.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';
import { type AskedPlan, plans } from './calls.ts';

const columns: readonly Column<Reach>[] = [
  { key: 'budget', title: '予算', names: true, numeric: true, cell: ({ budget }) => manYenText(budget) },
  { key: 'mean', title: '分野の平均', numeric: true, cell: ({ mean }) => sheetScoreText(mean) },
  { key: 'lowest', title: 'いちばん低い分野', numeric: true, cell: ({ lowest }) => areaScoreText(lowest) },
];

const levelColumns: readonly Column<Reach>[] = [
  { key: 'budget', title: '予算', names: true, numeric: true, cell: ({ budget }) => manYenText(budget) },
  { key: 'level', title: '院内ネットワーク', numeric: true, cell: ({ networkLevel }) => `レベル${networkLevel ?? 0}` },
];

/** What a little more money or time would buy. */
export function LittleMore({ asked }: { readonly asked: AskedPlan }) {
  const { data, error } = useQuery(
    plans.frontier.queryOptions({ input: asked, staleTime: Number.POSITIVE_INFINITY, retry: false }),
  );
  return (
    <Card title="あと少し足すと">
      {error && <RefusalNote error={error} title="計算できませんでした" />}
      {!data && !error && (
        <p className="text-help text-solid-gray-700">計算しています…（10秒ほどかかることがあります）</p>
      )}
      {data && <Told frontier={data} budget={asked.budget} />}
    </Card>
  );
}

function Told({ frontier, budget }: { readonly frontier: Frontier; readonly budget: number }) {
  const lines = frontierLines(frontier);
  if (lines.length === 0) return <p>時間までに、計算が終わりませんでした。</p>;
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-1">
        {lines.map(({ what, gain }) => (
          <li key={what}>
            <span className="font-700">{what}</span>　{gain}
          </li>
        ))}
      </ul>
      {frontier.curve.length > 1 &&
        (isFlat(frontier) ? (
          <p className="measure">
            予算を増やしても減らしても、{frontier.curve[0]?.mean === null ? '届くレベル' : '届く点'}は同じです。
          </p>
        ) : (
          <Curve curve={frontier.curve} budget={budget} />
        ))}
    </div>
  );
}

/** As a line where there is room, as its numbers on a phone. */
function Curve({ curve, budget }: { readonly curve: readonly Reach[]; readonly budget: number }) {
  const scored = curve.some(({ mean }) => mean !== null);
  const table = (
    <Table
      caption={scored ? '予算と、届く点' : '予算と、届くレベル'}
      columns={scored ? columns : levelColumns}
      rows={curve}
      rowKey={(reach) => String(reach.budget)}
      whole
    />
  );
  return (
    <div>
      <p className="mb-2 text-help text-solid-gray-700">予算だけを変え、手間は同じとして計算しています。</p>
      {scored && (
        <div className="hidden sm:block">
          <Drawing drawing={frontierChart(curve, budget)} table={<div className="print:hidden">{table}</div>} />
        </div>
      )}
      <div className={scored ? 'sm:hidden print:hidden' : ''}>{table}</div>
    </div>
  );
}
