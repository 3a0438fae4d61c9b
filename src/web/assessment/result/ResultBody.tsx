import type { ReactNode } from 'react';
import { AreaScores } from './AreaScores.tsx';
import { Cautions } from './Cautions.tsx';
import { Decisions } from './Decisions.tsx';
import { Figures } from './Figures.tsx';
import { Findings } from './Findings.tsx';
import { LowAnswers } from './LowAnswers.tsx';
import { Measures } from './Measures.tsx';
import { NetworkStanding } from './NetworkStanding.tsx';
import { NetworkWay } from './NetworkWay.tsx';
import { PrintPart } from './PrintPart.tsx';
import { SourceNote } from './SourceNote.tsx';
import type { ShownResult } from './shown-result.ts';
import { Verdict } from './Verdict.tsx';

type ResultBodyProps = {
  readonly shown: ShownResult;
  /** Whose result it is, for the foot of printed pages. */
  readonly whose: string;
  /** Beside the scores: how others of the class stand. */
  readonly standing?: ReactNode;
  /** In place of the network level where it was not assessed. */
  readonly networkHint?: ReactNode;
  /** Below the answers: changes, the executive mirror. */
  readonly children?: ReactNode;
};

/**
 * A result from the verdict down to the cautions; what does not apply to the sheet is left out. On paper the board's
 * words come before the scores.
 */
export function ResultBody({ shown, whose, standing, networkHint, children }: ResultBodyProps) {
  const { report } = shown;
  const { board, scores, cautions } = report;
  return (
    <div className="flex flex-col gap-5 print:gap-3">
      <Verdict shown={shown} />
      {scores?.score !== null && <Figures {...shown} />}
      <Overview shown={shown} standing={standing} networkHint={networkHint} />
      <div className="empty:hidden print:order-2">
        <Decisions decisions={board.decisions} shared={shown.sheet.id !== 'executive'} />
      </div>
      <Ways shown={shown} />
      <PrintPart>
        <LowAnswers shown={shown} />
      </PrintPart>
      {children}
      <footer className="flex flex-col gap-2 print:order-4">
        <Cautions cautions={cautions} />
        <SourceNote report={report} whose={whose} />
      </footer>
    </div>
  );
}

function Overview({ shown, standing, networkHint }: Pick<ResultBodyProps, 'shown' | 'standing' | 'networkHint'>) {
  const { scores, network, board } = shown.report;
  const level = network ? <NetworkStanding network={network} at={shown.networkAt} /> : networkHint;
  const scored = scores !== null && scores.score !== null;
  return (
    <div
      className={`flex flex-col gap-5 print:contents ${scored ? 'xl:grid xl:grid-cols-[37.625rem_minmax(0,1fr)] xl:items-start' : ''}`}
    >
      {scored && (
        <div className="print:order-3">
          <AreaScores shown={shown} scores={scores} />
        </div>
      )}
      <div className="flex flex-col gap-5 print:order-1 print:gap-3">
        {level}
        <Findings findings={board.findings} />
      </div>
      {scored && <div className="empty:hidden xl:col-span-2 print:order-3">{standing}</div>}
    </div>
  );
}

/** What to do: measures for the weak areas, steps to the next network level. */
function Ways({ shown }: Pick<ResultBodyProps, 'shown'>) {
  const { measures, network } = shown.report;
  return (
    <>
      <PrintPart>{measures && <Measures shown={shown} list={measures} />}</PrintPart>
      <PrintPart>
        {network && <NetworkWay network={network} unansweredListed={shown.result.network !== undefined} />}
      </PrintPart>
    </>
  );
}
