import { z } from 'zod';
import { certaintySchema, helpSchema, itemIdSchema } from './sheet.ts';

/** One clause to be kept, in our own words; `items` are the questions that decide it. */
export const clauseSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]+\d-\d+-\d{2}$/),
  /** Number as printed in the guideline: 「3③」. */
  label: z.string(),
  text: z.string(),
  help: helpSchema,
  roles: z.array(z.enum(['executive', 'planner', 'operator'])).min(1),
  kind: z.array(z.enum(['体制', '文書', '監査', '計画', '教育', '契約', '報告', '判断', '技術'])).min(1),
  /** What would prove that the clause is kept. */
  evidence: z.array(z.string()),
  /** Where in the guideline it stands. */
  source: z.string(),
  items: z.array(itemIdSchema),
});
export type Clause = z.infer<typeof clauseSchema>;

/** A chapter, or one line of it; it has an id of its own where clauses with all that belongs to them could not be read. */
export const chapterSchema = z.strictObject({
  /** 0 for what stands before the chapters. */
  no: z.number().int().nonnegative(),
  id: z.string().optional(),
  /** How it is called where it is not a whole chapter: 「9④」, 「図1」. */
  label: z.string().optional(),
  title: z.string(),
  text: z.string().optional(),
  /** System patterns Ⅰ–Ⅳ the chapter is for. */
  appliesTo: z.string().optional(),
  certainty: certaintySchema.optional(),
  /** Where in the guideline it stands, where it is not the chapter as a whole. */
  source: z.string().optional(),
  clauses: z.array(clauseSchema),
});
export type Chapter = z.infer<typeof chapterSchema>;

/** One part of the ministry's guideline in one version, as it stands in `content/guideline/*.yaml`. */
export const guidelineSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]+\d$/),
  title: z.string(),
  version: z.string(),
  certainty: certaintySchema,
  source: z.string(),
  note: z.string(),
  chapters: z.array(chapterSchema).min(1),
});
export type Guideline = z.infer<typeof guidelineSchema>;

/** All clauses of a guideline in printed order. */
export function clausesOf(guideline: Guideline): readonly Clause[] {
  return guideline.chapters.flatMap((chapter) => chapter.clauses);
}
