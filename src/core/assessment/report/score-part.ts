import type { Drawing } from '../../kernel/drawing.ts';
import { yearTitle } from '../../kernel/fiscal-year.ts';
import { changeBars } from '../charts/change-bars.ts';
import { type ClassStanding, classFinding, classStrip } from '../charts/class-strip.ts';
import { radarChart } from '../charts/radar-chart.ts';
import { radarFinding } from '../charts/radar-finding.ts';
import { areaScoreText, changeText, sheetScoreText } from '../score-text.ts';
import type { AreaScore } from '../scoring.ts';
import { claimsCompared, type Facts } from './established-part.ts';
import type { ReportInput } from './report-input.ts';

/** One area in the table of scores. */
export type AreaLine = AreaScore & {
  readonly scoreText: string;
  readonly before: number | null;
  readonly change: number | null;
  /** 「↑ +0.5」, empty where there is nothing to compare. */
  readonly changeText: string;
  readonly zero: number;
  readonly weak: boolean;
  /** The score with what audits and drills established; null where that changes nothing. */
  readonly proven: number | null;
  readonly provenText: string;
};

/** Where the facility stands in its class; `claims` says that claims are compared, where facts are lower. */
export type StandingPart = ClassStanding & {
  readonly finding: string;
  readonly claims: string;
  readonly strip: Drawing;
};

/** The scores as they stand in the report: numbers unrounded, texts as people read them. */
export type ScorePart = {
  readonly score: number | null;
  readonly scoreText: string;
  /** The score with what audits and drills established; empty where that lowers nothing. */
  readonly provenText: string;
  readonly change: number | null;
  readonly changeText: string;
  readonly zeroAnswers: number;
  readonly unknownAnswers: number;
  readonly areas: readonly AreaLine[];
  readonly finding: string;
  readonly radar: Drawing;
  readonly changes: Drawing | null;
  /** Fiscal year of the run compared with: 「令和7年度」. */
  readonly previousYear: string | null;
  readonly standing: StandingPart | null;
};

/** As many bars as fit on the page of the radar. */
const mostChanges = 6;

/** Scores of a run with their pictures. */
export function scorePart(input: ReportInput, facts: Facts | null): ScorePart {
  const { result, previous } = input;
  const areas = result.areas.map((area) => areaLine(area, input, facts));
  const spokes = areas.map(({ title, score, before, weak, proven }) => {
    return { title, now: score, weak, ...(previous ? { before } : {}), ...(facts ? { proven: proven ?? score } : {}) };
  });
  const changes = areas.flatMap(({ title, change }) => (change === null ? [] : [{ title, change }]));
  const change = previous?.change.score.change ?? null;
  return {
    score: result.score,
    scoreText: sheetScoreText(result.score),
    provenText: facts ? sheetScoreText(facts.scores.score) : '',
    change,
    changeText: withArrow(change, 2),
    zeroAnswers: result.zeroAnswers,
    unknownAnswers: result.unknownAnswers,
    areas,
    finding: radarFinding(spokes),
    radar: radarChart(spokes),
    changes: changes.some((area) => area.change !== 0) ? changeBars(changes, mostChanges) : null,
    previousYear: previous ? yearTitle(previous.fiscalYear) : null,
    standing: standingPart(input, facts),
  };
}

function areaLine(area: AreaScore, { sheet, answers, result, previous }: ReportInput, facts: Facts | null): AreaLine {
  const compared = previous?.change.areas.find(({ id }) => id === area.id);
  const real = facts?.scores.areas.find(({ id }) => id === area.id)?.score ?? null;
  const proven = real === area.score ? null : real;
  const items = sheet.areas.find(({ id }) => id === area.id)?.items ?? [];
  return {
    ...area,
    scoreText: areaScoreText(area.score),
    before: compared?.before ?? null,
    change: compared?.change ?? null,
    changeText: withArrow(compared?.change ?? null, 1),
    zero: items.filter(({ id }) => answers.get(id)?.value === '0').length,
    weak: result.weakAreas.includes(area.id),
    proven,
    provenText: proven === null ? '' : areaScoreText(proven),
  };
}

/** A change with an arrow that says the direction without the sign: 「↑ +0.3」. */
export function withArrow(change: number | null, decimals: 1 | 2): string {
  if (change === null) return '';
  const text = changeText(change, decimals);
  return text.startsWith('±') ? text : `${text.startsWith('+') ? '↑' : '↓'} ${text}`;
}

function standingPart({ result, comparison }: ReportInput, facts: Facts | null): StandingPart | null {
  if (!comparison || result.score === null) return null;
  const { others, percentile, quartiles } = comparison;
  const standing: ClassStanding = {
    you: result.score,
    lowerQuartile: quartiles.quartile1,
    median: quartiles.median,
    upperQuartile: quartiles.quartile3,
    others,
    percentile,
  };
  return { ...standing, finding: classFinding(standing), claims: claimsCompared(facts), strip: classStrip(standing) };
}
