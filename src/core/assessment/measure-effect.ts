import type { Measure } from '../catalogue/sheet.ts';
import type { Answers } from './scoring.ts';

/** An item a measure raises for this facility. With `onlyFrom` 2 and `from` below 2 another measure comes first. */
export type Cause = {
  readonly item: string;
  readonly from: number;
  readonly to: number;
  readonly onlyFrom?: 2 | undefined;
};

/**
 * What a measure does for this facility at best: brings a low item to 2, brings one from 0 to 1, keeps a good one by
 * 2→3, or would do so once another measure has brought the item to 2.
 */
export const gains = ['to-2', 'to-1', 'to-3', 'later'] as const;
export type Gain = (typeof gains)[number];

/** The step an item stands at: "don't know" stands at 0; null for not applicable and unanswered, which stay outside. */
export function stepOf(answers: Answers, item: string): number | null {
  const value = answers.get(item)?.value ?? null;
  if (value === 'unknown') return 0;
  return value === '0' || value === '1' || value === '2' || value === '3' ? Number(value) : null;
}

/** The items of this facility that give the measure something to do, with their step today and after it. */
export function causesOf({ raises }: Measure, answers: Answers): readonly Cause[] {
  return raises.flatMap(({ item, to, onlyFrom }) => {
    const from = stepOf(answers, item);
    if (from === null || from >= to) return [];
    return [onlyFrom === undefined ? { item, from, to } : { item, from, to, onlyFrom }];
  });
}

/** Whether the measure does nothing for the item until another one has brought it to `onlyFrom`. */
export function isLater({ from, onlyFrom }: Cause): boolean {
  return onlyFrom !== undefined && from < onlyFrom;
}

/** What has to be said of an effect that comes later: 「（2になってから）」; empty for one that comes by itself. */
export function laterText(cause: Cause): string {
  return isLater(cause) ? `（${cause.onlyFrom}になってから）` : '';
}

/** The step the measures that have to stand first bring an item to, where this measure goes on from there; else undefined. */
export function broughtBefore(
  { item, from, to }: Cause,
  first: readonly Pick<Measure, 'raises'>[],
): number | undefined {
  const plain = first.flatMap(({ raises }) => raises.filter((raise) => raise.item === item && !raise.onlyFrom));
  const reached = Math.max(from, ...plain.map((raise) => raise.to));
  return reached > from && reached < to ? reached : undefined;
}

function gainOf(cause: Cause): Gain {
  const { from, to } = cause;
  if (isLater(cause)) return 'later';
  if (from === 2) return 'to-3';
  return to >= 2 ? 'to-2' : 'to-1';
}

/** The best of what the causes gain; undefined where the measure has nothing to do. */
export function bestGain(causes: readonly Cause[]): Gain | undefined {
  const found = causes.map(gainOf);
  return gains.find((gain) => found.includes(gain));
}

/** Items below 2 which the causes bring to 2 or more. */
export function liftedItems(causes: readonly Cause[]): readonly string[] {
  return causes.filter((cause) => gainOf(cause) === 'to-2').map(({ item }) => item);
}
