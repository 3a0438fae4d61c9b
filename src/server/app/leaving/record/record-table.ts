import type { Columns } from './rows-in-pages.ts';

/** One file of the record that holds rows of the facility as they are. */
export type RecordTable = {
  readonly file: string;
  readonly about: string;
  /** The tables whose rows it hands out. */
  readonly tables: readonly string[];
  readonly columns: Columns;
  /** Where from, with `t` for the rows of the facility. */
  readonly from: string;
  readonly key?: string;
  readonly where?: string;
  readonly order: string;
  /** Columns whose codes are told in words; several codes stand with a space between them. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

export const heldRoles = "array_to_string(t.roles, ' ')";
