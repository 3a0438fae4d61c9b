import type { AnswerValue, Sheet } from '#core/catalogue/sheet.ts';
import { exemptionOf } from './exemption.ts';
import type { DemoFacility } from './listed-facility.ts';
import { isUnknown, type PlacedId, standingOf } from './maturity.ts';
import { noteOf } from './notes.ts';

export type MadeAnswer = { readonly itemId: string; readonly value: AnswerValue; readonly note: string };

const steps = ['0', '1', '2', '3'] as const;

/** The step of 0–3 nearest to a standing. */
export const stepNear = (standing: number): AnswerValue =>
  steps[Math.min(Math.max(Math.round(standing), 0), steps.length - 1)] ?? '0';

function answerTo(facility: DemoFacility, place: PlacedId, year: number): MadeAnswer {
  const { item } = place;
  const exemption = exemptionOf(facility, item);
  if (exemption !== undefined) return { itemId: item, value: 'not-applicable', note: exemption };
  const value = isUnknown(facility, place, year) ? 'unknown' : stepNear(standingOf(facility, place, year));
  return { itemId: item, value, note: noteOf(facility.code, item, value) };
}

/** A facility's answers to a sheet of steps, complete, in the `year`-th of the three years. */
export const madeAnswers = (facility: DemoFacility, sheet: Sheet, year: number): readonly MadeAnswer[] =>
  sheet.areas.flatMap(({ id: area, items }) => items.map(({ id: item }) => answerTo(facility, { area, item }, year)));
