import { ownerWords } from '../identity/owner.ts';
import type { Drawing } from '../kernel/drawing.ts';
import { japaneseDate } from '../kernel/fiscal-year.ts';
import { dayText } from '../plan/decision/decision-sheet.ts';
import { levelText } from './acceptance-request.ts';
import type { Criteria } from './criteria.ts';
import { heatMap, mapFinding } from './heat-map.ts';
import type { RiskLine } from './risk.ts';
import type { RiskSums } from './risk-contract.ts';
import { type RiskState, riskStates } from './risk-state.ts';
import { riskStateTitles } from './risk-state-title.ts';

/** The register as the board reads it, as plain data. */
export type RiskBoard = {
  readonly title: string;
  readonly facility: string;
  /** 「令和8年11月27日（金）現在」 */
  readonly dateLine: string;
  readonly before: { readonly title: string; readonly finding: string; readonly map: Drawing };
  readonly after: { readonly title: string; readonly finding: string; readonly map: Drawing };
  /** How many risks stand where: 「対応中 3件」. */
  readonly states: readonly string[];
  readonly rows: readonly {
    readonly number: string;
    readonly title: string;
    readonly before: string;
    readonly after: string;
    readonly state: string;
    readonly owner: string;
    /** Whether the executives have something to decide. */
    readonly waits: boolean;
  }[];
  /** Risks that are not among the rows. */
  readonly more: number;
};

const mostRows = 60;
const waiting: readonly RiskState[] = ['asked', 'lapsed'];

/** The register for the board: both maps, how many risks stand where, and the largest that remain. */
export function riskBoard(of: {
  readonly facility: string;
  readonly sums: RiskSums;
  /** The largest after their treatments first. */
  readonly lines: readonly RiskLine[];
  readonly now: Date;
}): RiskBoard {
  const { facility, sums, lines, now } = of;
  const { criteria, before, after, states } = sums;
  const open = states.filter(({ state }) => state !== 'closed').reduce((all, { risks }) => all + risks, 0);
  const rows = lines.slice(0, mostRows);
  const count = (wanted: RiskState) => states.find(({ state }) => state === wanted)?.risks ?? 0;
  return {
    title: 'リスクの一覧',
    facility,
    dateLine: `${japaneseDate(now)}現在`,
    before: { title: '対応の前', finding: mapFinding(criteria, before), map: heatMap(criteria, before, 'narrow') },
    after: {
      title: '対応の後に残るもの',
      finding: mapFinding(criteria, after),
      map: heatMap(criteria, after, 'narrow'),
    },
    states: riskStates.flatMap((state) => (count(state) === 0 ? [] : [`${riskStateTitles[state]} ${count(state)}件`])),
    rows: rows.map((line) => rowOf(line, criteria)),
    more: open - rows.length,
  };
}

function rowOf({ number, title, level, after, levelAfter, state, owner, acceptedUntil }: RiskLine, criteria: Criteria) {
  const until = acceptedUntil === null ? '' : `（${dayText(acceptedUntil)}まで）`;
  return {
    number: String(number),
    title,
    before: levelText(level, criteria),
    after: after === null ? '－' : levelText(levelAfter, criteria),
    state: `${riskStateTitles[state]}${until}`,
    owner: ownerWords(owner, state !== 'closed') || '－',
    waits: waiting.includes(state),
  };
}
