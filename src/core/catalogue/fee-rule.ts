import { z } from 'zod';
import { certaintySchema } from './sheet.ts';

/** One condition of a fee rule, in our own words, with what in Mamori speaks for it. */
export const feeConditionSchema = z.strictObject({
  id: z.string().regex(/^FR-[A-Z0-9-]+$/),
  text: z.string(),
  /** For whom it holds, where not for everybody. */
  whom: z.string().optional(),
  certainty: certaintySchema,
  source: z.string(),
  /** Questions, lines of the checklist and clauses whose answers and files speak for it. */
  proofs: z.array(z.string()),
  /** What Mamori does not know of it and people add by hand. */
  byHand: z.string(),
});

/** A rule of fees (診療報酬) in one revision, as it stands in `content/fee-rule/*.yaml`; never changes once published. */
export const feeRuleSchema = z.strictObject({
  id: z.string().regex(/^FR-[A-Z0-9]+$/),
  /** The revision; 「R8.1」 puts right what we said of 「R8」. */
  version: z.string(),
  /** The version it stands in the place of: its conditions go on under the same ids. */
  replaces: z.string().optional(),
  /** The day in Japan from which the revision holds, as far as it is known; null where no source tells it. */
  validFrom: z.strictObject({ day: z.iso.date().nullable(), certainty: certaintySchema }),
  title: z.string(),
  /** What it gives and to whom, as far as it is known. */
  summary: z.string(),
  certainty: certaintySchema,
  source: z.string(),
  note: z.string(),
  conditions: z.array(feeConditionSchema).min(1),
});
export type FeeRule = z.infer<typeof feeRuleSchema>;

/** The rules that stand: those no other version has been put in the place of. */
export const standingFeeRules = (rules: readonly FeeRule[]): readonly FeeRule[] =>
  rules.filter(({ id, version }) => !rules.some((other) => other.id === id && other.replaces === version));
