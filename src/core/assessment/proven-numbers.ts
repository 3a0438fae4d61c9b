import { z } from 'zod';

/** What a run comes to by facts, beside what it claims: the numbers to see first. */
export const provenNumbersSchema = z.object({
  /** 0–3, unrounded; null where nothing counts, and of the network level. */
  score: z.number().min(0).max(3).nullable(),
  weakAreas: z.number().int(),
  /** Only of the sheet `network-level`. */
  networkLevel: z.number().int().min(0).max(3).nullable(),
});
export type ProvenNumbers = z.infer<typeof provenNumbersSchema>;
