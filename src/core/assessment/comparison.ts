import { type BedClass, bedClassOf, bedsOfClass } from '../organisation/bed-class.ts';
import { type FacilityType, facilityTypeTitles } from '../organisation/facility.ts';

/** What a facility is compared with: others of its type and bed class. */
export type FacilityClass = { readonly type: FacilityType; readonly bedClass: BedClass };

/** The class of a facility: 同規模. */
export function classOf({ type, beds }: { readonly type: FacilityType; readonly beds: number | null }): FacilityClass {
  return { type, bedClass: bedClassOf(beds) };
}

/** 「病院・100〜199床」「薬局」. */
export function classTitle(facilityClass: FacilityClass): string {
  const beds = bedsOfClass(facilityClass);
  const title = facilityTypeTitles[facilityClass.type];
  return beds ? `${title}・${beds}` : title;
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
