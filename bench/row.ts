/** One budget: the measured value beside it, and the figures it was made from. */
export type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** In words: 「≥ 0.5」, 「≤ 3」. */
  readonly budget: string;
  readonly met: boolean;
  readonly raw: Readonly<Record<string, unknown>>;
};

const rounded = (value: number) => Math.round(value * 1000) / 1000;

export const atLeast = (budget: number, row: Omit<Row, 'budget' | 'met'>): Row => ({
  ...row,
  value: rounded(row.value),
  budget: `≥ ${budget}`,
  met: row.value >= budget,
});

export const atMost = (budget: number, row: Omit<Row, 'budget' | 'met'>): Row => ({
  ...row,
  value: rounded(row.value),
  budget: `≤ ${budget}`,
  met: row.value <= budget,
});

/** Measured to be known: nothing is promised of it. */
export const unbudgeted = (row: Omit<Row, 'budget' | 'met'>): Row => ({
  ...row,
  value: rounded(row.value),
  budget: 'none',
  met: true,
});

/** The value below which a share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
