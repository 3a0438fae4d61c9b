import { z } from 'zod';
import { type FacilityType, facilityTypeTitles } from '../organisation/facility.ts';

const bedClasses = [
  { id: 'under-20', below: 20, title: '20床未満' },
  { id: '20-99', below: 100, title: '20〜99床' },
  { id: '100-199', below: 200, title: '100〜199床' },
  { id: '200-299', below: 300, title: '200〜299床' },
  { id: '300-399', below: 400, title: '300〜399床' },
  { id: '400-499', below: 500, title: '400〜499床' },
  { id: '500-plus', below: Number.POSITIVE_INFINITY, title: '500床以上' },
] as const;

/** The bed class of a facility: under-20 to 500-plus, `unknown` where nobody has entered the beds. */
export const bedClassSchema = z.enum([...bedClasses.map(({ id }) => id), 'unknown']);
/** One of `bedClassSchema`. */
export type BedClass = z.infer<typeof bedClassSchema>;

/** The bed class of a number of beds; `unknown` where nobody has entered it. */
export function bedClassOf(beds: number | null): BedClass {
  return bedClasses.find(({ below }) => beds !== null && beds < below)?.id ?? 'unknown';
}

/** What a facility is compared with: others of its type and bed class. */
export type FacilityClass = { readonly type: FacilityType; readonly bedClass: BedClass };

/** The class of a facility: 同規模. */
export function classOf({ type, beds }: { readonly type: FacilityType; readonly beds: number | null }): FacilityClass {
  return { type, bedClass: bedClassOf(beds) };
}

/** 「病院・100〜199床」. */
export function classTitle({ type, bedClass }: FacilityClass): string {
  const beds = bedClasses.find(({ id }) => id === bedClass)?.title ?? '病床数不明';
  return `${facilityTypeTitles[type]}・${beds}`;
}

/** A facility stands in comparison only with this many other facilities of its class. */
export const fewestOthers = 10;

/** How many of `others` facilities stand lower and how many at the same score, as `isLower` tells. */
export type Standing = { readonly others: number; readonly lower: number; readonly ties: number };

/**
 * Where a facility stands among the other facilities of its class, 0–100: (lower + half of ties) / n × 100, n being the
 * others. Null with fewer than 10 others, so that nobody's score can be guessed.
 */
export function percentileOf({ others, lower, ties }: Standing): number | null {
  return others < fewestOthers ? null : ((lower + ties / 2) / others) * 100;
}

/** Quartiles and median of the scores of the other facilities of a class, in points of 0–3. */
export type Quartiles = { readonly quartile1: number; readonly median: number; readonly quartile3: number };
