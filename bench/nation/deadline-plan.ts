import type { Due, Question } from './next-year.ts';

/** Issue: 8,000 hospitals give 107 answers each in one hour and submit. */
export const answersPerSecond = 238;
const facilityAnswers = 107;
export const facilitiesPerSecond = answersPerSecond / facilityAnswers;
/** How long one facility answers. */
const workingSeconds = 600;
/** A part of the hour in its middle goes three times as fast: ten minutes of sixty. */
export const rush = { times: 3, share: 1 / 6 };

/** Seconds of work at the usual pace that fit into the time. */
export const workIn = (seconds: number) => seconds * (1 + (rush.times - 1) * rush.share);

/** How many facilities are at work until the end. */
export const facilitiesFor = (seconds: number) => Math.ceil((workIn(seconds) + workingSeconds) * facilitiesPerSecond);

/** Second of work at which a facility has answered everything. */
export const finishOf = (place: number) => (place + 1) / facilitiesPerSecond;

/** Second of work at which a facility gives one of its answers. */
export const answerAt = (place: number, nth: number, of: number) => finishOf(place) - workingSeconds * (1 - nth / of);

/** When work of that second is due, in seconds from the beginning. */
export function dueAt(work: number, seconds: number): number {
  const rushBegins = (seconds * (1 - rush.share)) / 2;
  const rushWork = seconds * rush.share * rush.times;
  if (work <= rushBegins) return work;
  if (work <= rushBegins + rushWork) return rushBegins + (work - rushBegins) / rush.times;
  return work - rushWork + seconds * rush.share;
}

/** Whether a moment lies in the rush. */
export function inRush(second: number, seconds: number): boolean {
  const begins = (seconds * (1 - rush.share)) / 2;
  return second >= begins && second < begins + seconds * rush.share;
}

/** The questions a facility answers: a hospital all, a small one those of the sheets it has. */
export const askedOf = ({ runs }: Due, questions: readonly Question[]) =>
  questions.filter(({ sheetId }) => runs[sheetId] !== undefined);

/** How many answers a facility has given before the hour begins. */
export function answeredBefore(place: number, of: number): number {
  const first = Array.from({ length: of }, (_, nth) => nth).find((nth) => answerAt(place, nth, of) >= 0);
  return first ?? of;
}
