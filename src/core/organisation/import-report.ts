import { z } from 'zod';
import { faultSchema } from '../kernel/contract.ts';

/** Of each kind at most this many are listed one by one; the counts are always complete. */
export const listedAtMost = 1000;

const contentSchema = z.object({ name: z.string(), postalCode: z.string().nullable(), address: z.string() });

const listOf = <T extends z.ZodType>(entry: T) => z.object({ count: z.number().int(), listed: z.array(entry) });

/** What an import did, or why it did nothing. */
export const importReportSchema = z.object({
  /** `applied`: the good rows stand in the register; `refused`: the file is no register, nothing changed. */
  outcome: z.enum(['applied', 'refused']),
  /** Lines with an institution, header and empty lines not counted. */
  rowsRead: z.number().int(),
  new: z.number().int(),
  unchanged: z.number().int(),
  changed: listOf(z.object({ code: z.string(), before: contentSchema, after: contentSchema })),
  /** Identical lines for one code: applied once; counted are the lines too many. */
  repeated: listOf(z.object({ code: z.string(), rows: z.array(z.number().int()) })),
  /** Lines with one code and different content: none of them is applied, counted are the codes. */
  conflicts: listOf(z.object({ code: z.string(), rows: z.array(z.number().int()), names: z.array(z.string()) })),
  rejected: listOf(faultSchema),
  /** Why the whole file was refused. */
  faults: z.array(faultSchema),
  /** Facilities in the register afterwards. */
  facilities: z.number().int(),
});
export type ImportReport = z.infer<typeof importReportSchema>;

/** A report of a file of which nothing has been applied. */
export const nothingApplied: Readonly<ImportReport> = {
  outcome: 'refused',
  rowsRead: 0,
  new: 0,
  unchanged: 0,
  changed: { count: 0, listed: [] },
  repeated: { count: 0, listed: [] },
  conflicts: { count: 0, listed: [] },
  rejected: { count: 0, listed: [] },
  faults: [],
  facilities: 0,
};

/**
 * Single bad rows are rejected and the rest applied. A file without rows, with more than half of its rows bad, or with
 * more than 5 % and more than 20 of them bad is some other file and refused as a whole.
 */
export function isRegister({ rowsRead, rejected }: { readonly rowsRead: number; readonly rejected: number }): boolean {
  if (rowsRead === 0 || rejected * 2 > rowsRead) return false;
  return rejected <= 20 || rejected <= rowsRead * 0.05;
}
