import { z } from 'zod';
import { safeguardPlaces } from '../catalogue/risk-guide.ts';
import type { TreatmentKind } from './treatment.ts';

/** Treatments of open risks at one place of table 4-1: those that work, those being made, and of these the late ones. */
export const safeguardCellSchema = z.object({
  done: z.number().int(),
  open: z.number().int(),
  late: z.number().int(),
});
export type SafeguardCell = z.infer<typeof safeguardCellSchema>;

/** A line of table 4-1 with what stands there to prevent and to detect. */
export const safeguardRowSchema = z.object({
  id: z.string(),
  place: z.enum(safeguardPlaces),
  title: z.string(),
  preventive: safeguardCellSchema,
  detective: safeguardCellSchema,
});
export type SafeguardRow = z.infer<typeof safeguardRowSchema>;

/** Table 4-1 as the facility's treatments fill it. */
export const safeguardsSchema = z.object({
  /** What the lines rest on. */
  source: z.string(),
  rows: z.array(safeguardRowSchema),
  /** Treatments of open risks nobody has given a place in the table. */
  unplaced: z.number().int(),
  /** Open risks nothing is done about, without those accepted or before the executives. */
  untreated: z.number().int(),
});
export type Safeguards = z.infer<typeof safeguardsSchema>;

/** How a place of the table stands: nothing there, late, being made, or working. */
export type SafeguardSign = 'none' | 'late' | 'open' | 'done';

export const signTitles: Readonly<Record<SafeguardSign, string>> = {
  none: 'まだない',
  late: '遅れている',
  open: '進めている',
  done: 'できている',
};

/** The sign of a place: what is late is said before everything, what works only where nothing is open. */
export function signOf({ done, open, late }: SafeguardCell): SafeguardSign {
  if (late > 0) return 'late';
  if (open > 0) return 'open';
  return done > 0 ? 'done' : 'none';
}

const has = (row: SafeguardRow, kind: TreatmentKind): boolean => row[kind].done + row[kind].open > 0;

/** The gaps of the table in a sentence: 経営管理編 4③ asks to combine what prevents with what detects. */
export function safeguardFinding(rows: readonly SafeguardRow[]): string {
  const count = (is: (row: SafeguardRow) => boolean) => rows.filter(is).length;
  const both = count((row) => has(row, 'preventive') && has(row, 'detective'));
  const none = count((row) => !has(row, 'preventive') && !has(row, 'detective'));
  const single = rows.length - both - none;
  return `${rows.length}行のうち、防ぐ対応と気づく対応の両方があるのは${both}行、片方だけが${single}行、どちらもないのが${none}行です。`;
}
