import type { SheetId } from '../catalogue/sheet.ts';

/** Yen of a first year; `to` null has no upper end. */
export type CostRange = { readonly from: number; readonly to: number | null };

const hospitalRanges: readonly CostRange[] = [
  { from: 0, to: 0 },
  { from: 0, to: 300_000 },
  { from: 300_000, to: 3_000_000 },
  { from: 3_000_000, to: null },
];
const smallRanges: readonly CostRange[] = [
  { from: 0, to: 0 },
  { from: 0, to: 50_000 },
  { from: 50_000, to: 500_000 },
  { from: 500_000, to: null },
];

/** What a cost class 0–3 means in yen: assessment-areas §4 (hospital, executive) and §6 (small facilities). */
export function costRange(costClass: number, sheet: SheetId): CostRange {
  const ranges = sheet === 'small-facility' ? smallRanges : hospitalRanges;
  const range = ranges[costClass];
  if (!range) throw new RangeError(`no cost class ${costClass}`);
  return range;
}

/** The range all of them cost together. */
export function totalCost(ranges: readonly CostRange[]): CostRange {
  return ranges.reduce(
    (sum, { from, to }) => ({ from: sum.from + from, to: sum.to === null || to === null ? null : sum.to + to }),
    { from: 0, to: 0 },
  );
}

/** 「0円」「30万円まで」「30万〜300万円」「300万円超」. */
export function costText({ from, to }: CostRange): string {
  if (to === null) return `${yenText(from)}円超`;
  if (to === 0) return '0円';
  return from === 0 ? `${yenText(to)}円まで` : `${yenText(from)}〜${yenText(to)}円`;
}

/** 「2人日」「0.5人日」; sums of tenths are shown without the dust of binary fractions. */
export function personDaysText(personDays: number): string {
  return `${Math.round(personDays * 10) / 10}人日`;
}

function yenText(yen: number): string {
  const inTenThousands = yen / 10_000;
  return `${inTenThousands.toLocaleString('ja-JP', { maximumFractionDigits: 1 })}万`;
}
