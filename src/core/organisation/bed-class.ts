import { z } from 'zod';
import { type FacilityType, hasBeds, mayHaveBeds } from './facility.ts';

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

/** 「100〜199床」; 「病床数不明」 where nobody has entered the beds. */
export function bedClassTitle(bedClass: BedClass): string {
  return bedClasses.find(({ id }) => id === bedClass)?.title ?? '病床数不明';
}

/** The same for a class of facilities: undefined for a type without beds, and where one that may have some says nothing of them. */
export function bedsOfClass({ type, bedClass }: { readonly type: FacilityType; readonly bedClass: BedClass }) {
  const said = hasBeds(type) || (mayHaveBeds(type) && bedClass !== 'unknown');
  return said ? bedClassTitle(bedClass) : undefined;
}
