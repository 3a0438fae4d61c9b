import { z } from 'zod';
import { answerValueSchema } from '../catalogue/sheet.ts';

/** What a facility claims of itself: what it last submitted on a sheet, by item; of an audit, when that began. */
export const claimsSchema = z.object({
  fiscalYear: z.number().int(),
  submittedAt: z.date(),
  answers: z.array(z.object({ itemId: z.string(), value: answerValueSchema, note: z.string() })),
});
export type Claims = z.infer<typeof claimsSchema>;
