import { z } from 'zod';
import { decisionSchema } from './decision.ts';
import { requestKindSchema } from './request-kind.ts';
import { type RequestText, requestTexts } from './request-text.ts';

function text(field: RequestText) {
  const { most, missing } = requestTexts[field];
  return z
    .string()
    .max(most, `${most}文字までです。`)
    .refine((words) => words.trim() !== '', missing);
}

/** What somebody says of a matter to be decided. */
export const requestEditSchema = z.object({
  kind: requestKindSchema,
  title: text('title'),
  /** What has to be known to decide it. */
  matter: text('matter'),
  /** Yen; null where nobody knows it yet. */
  cost: z.number().int().min(0).max(999_999_999_999).nullable(),
  /** What deciding it brings. */
  effect: text('effect'),
  /** What not deciding it costs. */
  waiting: text('waiting'),
  /** The last day to decide it, in Japan. */
  neededBy: z.iso.date().nullable(),
});
export type RequestEdit = z.infer<typeof requestEditSchema>;

const personSchema = z.object({ id: z.uuid(), name: z.string() });

/** Something the executives are asked to decide, with what they have decided of it, the oldest first. */
export const decisionRequestSchema = requestEditSchema.extend({
  id: z.uuid(),
  /** The suggestion it was made of; null where somebody wrote it. */
  source: z.string().nullable(),
  askedBy: personSchema,
  askedAt: z.date(),
  withdrawnAt: z.date().nullable(),
  revision: z.number().int(),
  decisions: z.array(decisionSchema),
});
export type DecisionRequest = z.infer<typeof decisionRequestSchema>;

/** A request made of what is known of the facility; its source stays the same as long as the reason does. */
export const suggestedRequestSchema = requestEditSchema.extend({
  source: z.string(),
  /** What it takes, as people read it: money (「1年目に10万円まで」) and, where somebody counts it, work (「0.8人日」). */
  takes: z.object({ cost: z.string(), effort: z.string().nullable() }),
});
export type SuggestedRequest = z.infer<typeof suggestedRequestSchema>;
