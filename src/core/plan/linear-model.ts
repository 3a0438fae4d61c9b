/** A sum of columns, each by its place and coefficient. */
export type Sum = readonly (readonly [column: number, coefficient: number])[];
export type Column = { readonly lower: number; readonly upper: number; readonly whole: boolean };
export type Row = { readonly lower: number; readonly upper: number; readonly sum: Sum };

/** Columns and rows of a linear model, put together one after the other. */
export class LinearModel {
  readonly columns: Column[] = [];
  readonly rows: Row[] = [];

  /** A yes or no; one that is made already is a yes. */
  choice(isMade: boolean): number {
    return this.#column({ lower: isMade ? 1 : 0, upper: 1, whole: true });
  }

  /** A number between bounds that what it depends on makes whole. */
  between(lower: number, upper: number): number {
    return this.#column({ lower, upper, whole: false });
  }

  atMost(upper: number, sum: Sum): void {
    this.rows.push({ lower: Number.NEGATIVE_INFINITY, upper, sum });
  }

  atLeast(lower: number, sum: Sum): void {
    this.rows.push({ lower, upper: Number.POSITIVE_INFINITY, sum });
  }

  /** The column is at most the sum of others. */
  follows(column: number, others: readonly number[]): void {
    this.atMost(0, [[column, 1], ...others.map((other) => [other, -1] as const)]);
  }

  #column(column: Column): number {
    this.columns.push(column);
    return this.columns.length - 1;
  }
}
