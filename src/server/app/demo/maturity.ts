import { shareOf, wobbleOf } from './draw.ts';
import { leadingHospital } from './hospitals.ts';
import { areaOffsets, itemOffsets } from './item-offsets.ts';
import type { DemoFacility } from './listed-facility.ts';

/** An item with the area it stands in. */
export type PlacedId = { readonly area: string; readonly item: string };

const hospitalLevels = [
  { beds: 500, level: 1.95 },
  { beds: 400, level: 1.8 },
  { beds: 300, level: 1.65 },
  { beds: 200, level: 1.45 },
  { beds: 100, level: 1.3 },
  { beds: 0, level: 1.05 },
] as const;
const smallLevels: Readonly<Record<string, number>> = { pharmacy: 1.35, clinic: 1.2, 'care-home': 0.95 };
const levelOtherwise = 1.1;

const levelOfLeading = 2.05;

function levelOf({ name, type, beds }: DemoFacility): number {
  if (name === leadingHospital) return levelOfLeading;
  if (type !== 'hospital') return smallLevels[type] ?? levelOtherwise;
  return hospitalLevels.find((level) => (beds ?? 0) >= level.beds && beds !== null)?.level ?? levelOtherwise;
}

/**
 * Where a facility stands with an item in the `year`-th year of three (0 first), on the steps 0–3 but without their
 * bounds: its own level and growth, what is hard everywhere, and what it happens to do well or badly.
 */
export function standingOf(facility: DemoFacility, { area, item }: PlacedId, year: number): number {
  const { code } = facility;
  const level = levelOf(facility) + 0.28 * wobbleOf('level', code);
  const growth = 0.17 + 0.09 * wobbleOf('growth', code);
  const hard = (areaOffsets[area] ?? 0) + (itemOffsets[item] ?? 0);
  const own = 0.45 * wobbleOf('area', code, area) + 0.42 * wobbleOf('item', code, item);
  return level + growth * year + hard + own + 0.12 * wobbleOf('year', code, item, year);
}

function unknownShareOf({ type, beds }: DemoFacility): number {
  if (type !== 'hospital') return 0.14;
  return (beds ?? 0) >= 300 ? 0.05 : (beds ?? 0) >= 100 ? 0.1 : 0.14;
}

const stillUnknown = [1, 0.6, 0.35] as const;
const knownWellFrom = 2.2;

/** Whether nobody knew: more often in small facilities, less from year to year, never of what stands well. */
export function isUnknown(facility: DemoFacility, place: PlacedId, year: number): boolean {
  if (standingOf(facility, place, year) >= knownWellFrom) return false;
  return shareOf('unknown', facility.code, place.item) < unknownShareOf(facility) * (stillUnknown[year] ?? 0);
}
