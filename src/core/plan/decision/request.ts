import { z } from 'zod';
import { decisionSchema } from './decision.ts';
import { requestKindSchema } from './request-kind.ts';

const words = (most: number, missing: string) =>
  z
    .string()
    .max(most, `${most}文字までです。`)
    .refine((text) => text.trim() !== '', missing);

/** What somebody says of a matter to be decided. */
export const requestEditSchema = z.object({
  kind: requestKindSchema,
  title: words(100, '何を決めてほしいかを書いてください。'),
  /** What has to be known to decide it. */
  matter: words(600, '決めるのに要ることを書いてください。'),
  /** Yen; null where nobody knows it yet. */
  cost: z.number().int().min(0).max(999_999_999_999).nullable(),
  /** What deciding it brings. */
  effect: words(400, '決めると何が良くなるかを書いてください。'),
  /** What not deciding it costs. */
  waiting: words(400, '決めないとどうなるかを書いてください。'),
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
export const suggestedRequestSchema = requestEditSchema.extend({ source: z.string() });
export type SuggestedRequest = z.infer<typeof suggestedRequestSchema>;
