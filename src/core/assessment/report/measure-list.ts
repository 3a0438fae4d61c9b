import type { Sheet, SheetId } from '../../catalogue/sheet.ts';
import { costRange, costText, personDaysText, totalCost } from '../cost.ts';
import { laterText } from '../measure-effect.ts';
import type { ProposedMeasure } from '../measures.ts';
import type { Result } from '../result.ts';
import { areaScoreText } from '../score-text.ts';

/** One measure as it stands in the report. */
export type MeasureLine = {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly costClass: number;
  readonly cost: string;
  readonly personDays: number;
  readonly effort: string;
  /** What comes back every later year; empty for what is done once. */
  readonly later: string;
  readonly role: string;
  /** The answers that caused it: 「H07-1 0→2」「H03-1 1→3（2になってから）」. */
  readonly causes: readonly string[];
  /** Measures that have to stand first. */
  readonly before: readonly string[];
  /** Place among the six to begin with, from 1; null for the rest. */
  readonly place: number | null;
};

/** The measures of one weak area. */
export type MeasureGroup = {
  readonly area: string;
  readonly title: string;
  readonly scoreText: string;
  readonly lines: readonly MeasureLine[];
};

/** Measures of the weak areas, those to begin with first. */
export type MeasureList = {
  readonly firstSix: readonly (MeasureLine & { readonly area: string })[];
  /** What the first six take together. */
  readonly firstTotal: { readonly cost: string; readonly effort: string };
  readonly groups: readonly MeasureGroup[];
  /** Measures of other areas that help the weak ones. */
  readonly elsewhere: readonly MeasureLine[];
};

/** The measures of a result in words: costs in yen by the sheet’s classes, effort in person-days of the first year. */
export function measureList(result: Result, sheet: Sheet): MeasureList {
  const line = (measure: ProposedMeasure) => measureLine(measure, result.firstSix, sheet.id);
  const all = [...result.measures, ...result.elsewhere];
  const first = result.firstSix.flatMap((id) => all.find((measure) => measure.id === id) ?? []);
  const title = new Map(sheet.areas.map((area) => [area.id, area.title]));
  return {
    firstSix: first.map((measure) => ({ ...line(measure), area: title.get(measure.area) ?? '' })),
    firstTotal: totalOf(first, sheet.id),
    groups: result.areas
      .filter(({ id }) => result.weakAreas.includes(id))
      .map(({ id, title: name, score }) => ({
        area: id,
        title: name,
        scoreText: areaScoreText(score),
        lines: result.measures.filter(({ area }) => area === id).map(line),
      })),
    elsewhere: result.elsewhere.map(line),
  };
}

/** Cost and effort of measures together, first year. */
export function totalOf(
  measures: readonly { readonly costClass: number; readonly personDays: number }[],
  sheet: SheetId,
): { cost: string; effort: string } {
  const cost = totalCost(measures.map(({ costClass }) => costRange(costClass, sheet)));
  return {
    cost: costText(cost),
    effort: personDaysText(measures.reduce((sum, { personDays }) => sum + personDays, 0)),
  };
}

function measureLine(measure: ProposedMeasure, firstSix: readonly string[], sheet: SheetId): MeasureLine {
  const { id, title, why, costClass, personDays, role, yearly, causes, prerequisites } = measure;
  const place = firstSix.indexOf(id) + 1;
  return {
    id,
    title,
    why,
    costClass,
    cost: costText(costRange(costClass, sheet)),
    personDays,
    effort: personDaysText(personDays),
    later: yearly ? `毎年 ${personDaysText(yearly.personDays)}・${costText(costRange(yearly.costClass, sheet))}` : '',
    role,
    causes: causes.map((cause) => `${cause.item} ${cause.from}→${cause.to}${laterText(cause)}`),
    before: prerequisites.map((required) => (required.title ? `${required.id} ${required.title}` : required.id)),
    place: place === 0 ? null : place,
  };
}
