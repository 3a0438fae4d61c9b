/** How a cell looks. Numbers keep their full value; the look only says how many decimals are shown. */
export type CellLook =
  | 'title'
  | 'head'
  | 'text'
  | 'quiet'
  | 'strong'
  | 'attention'
  | 'input'
  | 'whole'
  | 'decimal'
  | 'score'
  | 'change'
  | 'yen';

export type CellValue = string | number | null;

/** A cell; `span` columns wide. A bare value looks like `text`. */
export type WorkbookCell = CellValue | { readonly value: CellValue; readonly look: CellLook; readonly span?: number };

/** A drop-down: cells of one column that take only one of the texts given, or nothing. */
export type Choice = {
  /** Columns and rows count from 1. */
  readonly column: number;
  readonly fromRow: number;
  readonly toRow: number;
  /** None may hold a comma; together 255 characters at most. */
  readonly allowed: readonly string[];
  readonly prompt?: string;
};

export type Worksheet = {
  readonly name: string;
  /** Widths in half-width characters. */
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** The row of column titles: repeated on every printed page; it and all above stay in view. */
  readonly headRow?: number;
  /** Columns at the left that stay in view. */
  readonly frozenColumns?: number;
  /** Whether the table under the head row can be filtered. */
  readonly filter?: boolean;
  readonly choices?: readonly Choice[];
  /** Default portrait. Every sheet prints on A4, fitted to the width. */
  readonly landscape?: boolean;
};

/** An Excel workbook as plain data. */
export type Workbook = {
  /** Printed at the head of every page. */
  readonly title: string;
  /** Printed at the foot of every page. */
  readonly source: string;
  readonly sheets: readonly Worksheet[];
};

/** A sheet as read from a file: rows from the first one, cells as they stand, null where empty. */
export type SheetRows = {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  /** Cells that hold an error such as #REF! or cannot be read: null in `rows`. Rows and columns count from 1. */
  readonly broken?: readonly { readonly row: number; readonly column: number }[];
};
