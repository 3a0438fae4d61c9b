import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { areaScoreText, sheetScoreText } from '#core/assessment/score-text.ts';
import type { Frontier, Reach } from '#core/plan/frontier.ts';
import { type Axis, budgetAxis, daysAxis, frontierChart, isScored } from '#core/plan/frontier-chart.ts';
import { frontierLines, isFlat, unprovenText } from '#core/plan/frontier-words.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Drawing } from '#web/ui/Drawing.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';
import { type AskedPlan, plans } from './calls.ts';

function columnsOf({ title, of, text }: Axis, scored: boolean): readonly Column<Reach>[] {
  const first: Column<Reach> = { key: 'amount', title, names: true, numeric: true, cell: (reach) => text(of(reach)) };
  const level = ({ networkLevel }: Reach) => `レベル${networkLevel ?? 0}`;
  if (!scored) return [first, { key: 'level', title: '院内ネットワーク', numeric: true, cell: level }];
  return [
    first,
    { key: 'mean', title: '分野の平均', numeric: true, cell: ({ mean }) => sheetScoreText(mean) },
    { key: 'lowest', title: 'いちばん低い分野', numeric: true, cell: ({ lowest }) => areaScoreText(lowest) },
  ];
}

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
      {data && <Told frontier={data} asked={asked} />}
    </Card>
  );
}

function Told({ frontier, asked }: { readonly frontier: Frontier; readonly asked: AskedPlan }) {
  const lines = frontierLines(frontier);
  if (lines.length === 0) return <p>時間までに、計算が終わりませんでした。</p>;
  const { curve, dayCurve } = frontier;
  const unproven = unprovenText(frontier);
  const roles = asked.roles.length > 0 ? '担当ごとの人日も、同じ割合で変えます。' : '';
  return (
    <div className="flex flex-col gap-4">
      {asked.goal === 'level2' && (
        <p className="measure text-help text-solid-gray-700">
          ここでは、目標を「{isScored(curve) ? 'いちばん低い分野' : 'レベル'}
          を、できるだけ上げる」にした場合を計算しています。
        </p>
      )}
      <ul className="flex flex-col gap-1">
        {lines.map(({ what, gain }) => (
          <li key={what}>
            <span className="font-700">{what}</span>　{gain}
          </li>
        ))}
      </ul>
      <Curve curve={curve} axis={budgetAxis} given={asked.budget}>
        予算だけを変え、手間は同じとして計算しています。
      </Curve>
      <Curve curve={dayCurve} axis={daysAxis} given={asked.personDays}>
        手間だけを変え、予算は同じとして計算しています。{roles}
      </Curve>
      {unproven !== '' && <p className="measure text-help text-solid-gray-700">{unproven}</p>}
    </div>
  );
}

type CurveProps = {
  readonly curve: readonly Reach[];
  readonly axis: Axis;
  readonly given: number;
  readonly children: ReactNode;
};

/** As a line where there is room, as its numbers on a phone. */
function Curve({ curve, axis, given, children }: CurveProps) {
  if (curve.length < 2) return null;
  const scored = isScored(curve);
  if (isFlat(curve)) {
    return (
      <p className="measure">
        {axis.title}を増やしても減らしても、{scored ? '届く点' : '届くレベル'}は同じです。
      </p>
    );
  }
  const table = (
    <Table
      caption={`${axis.title}と、${scored ? '届く点' : '届くレベル'}`}
      columns={columnsOf(axis, scored)}
      rows={curve}
      rowKey={(reach) => String(axis.of(reach))}
      whole
    />
  );
  return (
    <div>
      <p className="mb-2 text-help text-solid-gray-700">{children}</p>
      <div className="hidden sm:block">
        <Drawing drawing={frontierChart(curve, axis, given)} table={<div className="print:hidden">{table}</div>} />
      </div>
      <div className="sm:hidden print:hidden">{table}</div>
    </div>
  );
}
