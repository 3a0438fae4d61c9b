import { z } from 'zod';
import { conditionSchema } from '../kernel/condition.ts';

/** How sure we are of a statement taken from an official text. Everything but `primary` is shown as 「要確認」. */
export const certaintySchema = z.enum(['primary', 'partly', 'secondary', 'unverified']);

/** The values an item of any sheet can be answered with; which of them a sheet allows is its scale. */
export const answerValueSchema = z.enum(['0', '1', '2', '3', 'yes', 'no', 'unknown', 'not-applicable']);
export type AnswerValue = z.infer<typeof answerValueSchema>;

export const scaleSchema = z.strictObject({
  id: z.enum(['steps', 'yes-no']),
  values: z.array(
    z.strictObject({
      value: answerValueSchema,
      label: z.string(),
      hint: z.string().optional(),
      /** Points of 0–3 this value counts for; absent where the value does not count. */
      points: z.number().int().min(0).max(3).optional(),
      needsNote: z.boolean().optional(),
    }),
  ),
  guidance: z.array(z.string()),
});
export type Scale = z.infer<typeof scaleSchema>;

export const itemIdSchema = z.string().regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/);

/** Link to a checklist item, guideline clause or chapter; `decides`: answers it, `partly`: in part, `related`: see also. */
export const linkSchema = z.strictObject({
  to: z.string(),
  at: z.string().optional(),
  relation: z.enum(['decides', 'partly', 'related']),
});

/** What a question or clause means, done well, and where people go wrong, in plain Japanese. */
export const helpSchema = z.strictObject({ meaning: z.string(), goodExample: z.string(), commonMistake: z.string() });
export type Help = z.infer<typeof helpSchema>;

export const itemSchema = z.strictObject({
  id: itemIdSchema,
  /** The number printed on an official form, where it differs from the id. */
  label: z.string().optional(),
  text: z.string(),
  help: helpSchema,
  /** What would prove the answer. */
  evidence: z.array(z.string()),
  links: z.array(linkSchema),
  /** Items of other sheets on the same fact: they propose an answer, a person confirms it. */
  near: z.array(itemIdSchema).optional(),
  /** Checklist only: the questions that answer this item. */
  items: z.array(z.strictObject({ item: itemIdSchema, relation: z.enum(['decides', 'partly']) })).optional(),
  target: z.string().optional(),
  equipment: z.string().optional(),
  respondent: z.string().optional(),
  /**
   * Checklist only: asked where a vendor is under contract alone (checklist manual R7, p.3 and p.7). Where a version does not say, as
   * the item it follows over the bridge; pinned apart from the sheet.
   */
  needsVendor: z.boolean().optional(),
  certainty: certaintySchema.optional(),
  source: z.string().optional(),
  /** Set where the item rests on a fact nobody could check; the text says which. */
  unverified: z.string().optional(),
});
export type Item = z.infer<typeof itemSchema>;

const costClassSchema = z.number().int().min(0).max(3);

export const measureSchema = z.strictObject({
  id: z.string().regex(/^M[A-Z0-9]+(-\d+)?$/),
  title: z.string(),
  /** Cost class 0–3 of the first year; the yen behind it depend on the sheet. */
  costClass: costClassSchema,
  /** Person-days of the first year, all people together. */
  personDays: z.number().positive(),
  role: z.string(),
  why: z.string(),
  /** Lifts `item` to step `to`; with `onlyFrom` only where the item stands there without this measure. */
  raises: z.array(
    z.strictObject({ item: itemIdSchema, to: z.number().int().min(1).max(3), onlyFrom: z.literal(2).optional() }),
  ),
  requires: z.array(z.string()),
  /** Effort of each later year; absent for a measure done once. */
  yearly: z.strictObject({ personDays: z.number().positive(), costClass: costClassSchema }).optional(),
});
export type Measure = z.infer<typeof measureSchema>;

export const areaSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  about: z.string(),
  /** Who usually knows the answers. */
  ask: z.string().optional(),
  items: z.array(itemSchema).min(1),
  measures: z.array(measureSchema),
});
export type Area = z.infer<typeof areaSchema>;

/** One row of the way up: the measures that bring the network from level `from` to the next. */
export const ladderStepSchema = z.strictObject({
  from: z.number().int().min(0).max(2),
  measure: z.string(),
  /** Answers that become はい; empty where the step only prepares others. */
  sets: z.array(itemIdSchema),
  action: z.string(),
  /** Items whose step this one prepares: skipped once they are all はい. */
  prepares: z.array(itemIdSchema).optional(),
  optional: z.boolean().optional(),
  when: conditionSchema.optional(),
});
export type LadderStep = z.infer<typeof ladderStepSchema>;

export const sheetIdSchema = z.enum([
  'hospital',
  'executive',
  'small-facility',
  'network-level',
  'checklist-institution',
  'checklist-pharmacy',
  'checklist-vendor',
  'entrusted-appendix',
]);
export type SheetId = z.infer<typeof sheetIdSchema>;

/** The head of a sheet as it stands in `sheet.yaml`; areas stand in files beside it. */
export const sheetHeadSchema = z.strictObject({
  id: sheetIdSchema,
  version: z.string(),
  title: z.string(),
  description: z.string(),
  respondent: z.string(),
  notice: z.string(),
  published: z.iso.date(),
  basis: z.array(z.string()).min(1),
  scale: z.enum(['steps', 'yes-no']),
  unverified: z.string().optional(),
  /** Item that switches the whole form off when answered いいえ. */
  gate: itemIdSchema.optional(),
  /** Order of the items on screen and in files where it is not the order of the areas. */
  order: z.array(itemIdSchema).optional(),
  effects: z
    .array(
      z.strictObject({
        measure: z.string(),
        sets: z.array(itemIdSchema).min(1),
        requires: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  ladder: z.array(ladderStepSchema).optional(),
  /** Executive sheet: where the executives' view and the technical answers part, a question to settle together. */
  contradictions: z
    .array(z.strictObject({ executive: itemIdSchema, items: z.array(itemIdSchema).min(1), question: z.string() }))
    .optional(),
});
export type SheetHead = z.infer<typeof sheetHeadSchema>;

/** A published questionnaire, checklist or form: areas of items answered on one scale. Never changes once published. */
export const sheetSchema = sheetHeadSchema.extend({ scale: scaleSchema, areas: z.array(areaSchema).min(1) });
export type Sheet = z.infer<typeof sheetSchema>;

/** All items of a sheet in the order people answer them. */
export function itemsOf(sheet: Sheet): readonly Item[] {
  const items = sheet.areas.flatMap((area) => area.items);
  if (!sheet.order) return items;
  const byId = new Map(items.map((item) => [item.id, item]));
  return sheet.order.flatMap((id) => byId.get(id) ?? []);
}
