import { z } from 'zod';
import { itemIdSchema } from '../sheet.ts';
import { mostFormColumns, mostFormRows } from './form-rows.ts';

const rowRoleSchema = z.enum(['section', 'item', 'skip']);
export type RowRole = z.infer<typeof rowRoleSchema>;

const column = z
  .number()
  .int()
  .min(0)
  .max(mostFormColumns - 1);

/** Which column of a form says what, and what each row is; columns and rows count from 0. */
export const formMappingSchema = z.object({
  number: column.nullable(),
  text: column,
  goal: column.nullable(),
  equipment: column.nullable(),
  roles: z.array(rowRoleSchema).max(mostFormRows, `行は${mostFormRows}行までです。`),
});
export type FormMapping = z.infer<typeof formMappingSchema>;

const short = (title: string) => z.string().trim().max(60, `${title}は60文字までです。`);

/** One line of an official form as a person has reviewed it; `change` is null until somebody has decided. */
export const draftItemSchema = z.object({
  /** Row of the workbook, from 0. */
  row: z.number().int().min(0).max(499),
  section: z.string().trim().max(80, '区分は80文字までです。'),
  label: z.string().trim().max(20, '番号は20文字までです。'),
  text: z.string().trim().min(1, '項目の文を書いてください。').max(1000, '項目の文は1000文字までです。'),
  goal: short('目標'),
  equipment: short('対象'),
  /** Asked where a vendor is under contract alone; null goes by the item it follows. */
  needsVendor: z.boolean().nullable().default(null),
  /** Marked 要確認 by whoever reviewed it. */
  doubtful: z.boolean(),
  dropped: z.boolean(),
  change: z.enum(['unchanged', 'reworded', 'new']).nullable(),
  from: itemIdSchema.nullable(),
  questions: z
    .array(z.object({ item: itemIdSchema, relation: z.enum(['decides', 'partly']) }))
    .max(10, 'つなぐ設問は10までです。'),
  clauses: z.array(z.string().max(20)).max(10, 'つなぐ条項は10までです。'),
});
export type DraftItem = z.infer<typeof draftItemSchema>;
