import type { ReactNode } from 'react';
import type { Tile } from '#core/assessment/report/board.ts';
import type { ScorePart } from '#core/assessment/report/score-part.ts';
import { Figure } from '#web/ui/Figure.tsx';
import { ChangeAmount } from './ChangeAmount.tsx';
import type { ShownResult } from './shown-result.ts';

/** The numbers to see first. */
export function Figures({ report, sheet }: Pick<ShownResult, 'report' | 'sheet'>) {
  const { scores, board } = report;
  return (
    <div className="grid grid-cols-2 gap-3 wide:auto-cols-fr wide:grid-flow-col wide:gap-5 print:auto-cols-fr print:grid-flow-col print:grid-cols-none">
      {scores ? (
        <ScoreFigures
          scores={scores}
          provenWeak={report.established?.facts?.scores.weakAreas.length ?? null}
          top={sheet.scale.values.find(({ value }) => value === '3')?.label ?? ''}
        />
      ) : (
        board.tiles.map((tile) => <TileFigure key={tile.label} {...tile} />)
      )}
    </div>
  );
}

function TileFigure({ label, value, unit, note }: Tile) {
  return (
    <Figure title={label} figure={value} unit={unit}>
      {note}
    </Figure>
  );
}

type ScoreFiguresProps = {
  readonly scores: ScorePart;
  /** Weak areas by what audits and drills established; null where that lowers nothing. */
  readonly provenWeak: number | null;
  /** What 3 points are called on the scale. */
  readonly top: string;
};

function ScoreFigures({ scores, provenWeak, top }: ScoreFiguresProps) {
  const { areas, change, zeroAnswers, unknownAnswers } = scores;
  const weak = areas.filter((area) => area.weak).length;
  const compared = areas.filter(({ before }) => before !== null);
  const weakBefore = compared.filter(({ before }) => before !== null && before <= 1.5).length;
  return (
    <>
      <Figure title="総合（分野の平均）" figure={scores.scoreText} unit="/ 3点">
        {change === null ? (
          `3点は「${top}」`
        ) : (
          <>
            前回より <ChangeAmount change={change} decimals={2} />
          </>
        )}
        {scores.provenText && <Proven>{scores.provenText}点</Proven>}
      </Figure>
      <Figure title="対策が要る分野（1.5以下）" figure={String(weak)} unit={`/ ${areas.length}分野`}>
        {compared.length > 0 ? `前回 ${weakBefore}分野` : '3点の半分以下の分野です'}
        {provenWeak !== null && <Proven>{provenWeak}分野</Proven>}
      </Figure>
      <Figure title="「していない」（0点）" figure={String(zeroAnswers)} unit="問">
        0点と答えた設問です
      </Figure>
      <Figure title="「分からない」" figure={String(unknownAnswers)} unit="問">
        0点として数えます
      </Figure>
    </>
  );
}

function Proven({ children }: { readonly children: ReactNode }) {
  return <span className="block font-700">監査・訓練では {children}</span>;
}
