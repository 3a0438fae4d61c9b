import { z } from 'zod';
import { answerValueSchema } from '../catalogue/sheet.ts';

/** By what the value of an item was established, beside what the facility claims: an audit, or a drill that was run. */
export const establishedKindSchema = z.enum(['audited', 'exercised']);
export type EstablishedKind = z.infer<typeof establishedKindSchema>;

export const establishedTitles: Readonly<Record<EstablishedKind, string>> = { audited: '監査', exercised: '訓練' };

/** What stands at an item by facts, and what the facility claimed at that time. */
export const establishedSchema = z.object({
  itemId: z.string(),
  kind: establishedKindSchema,
  value: answerValueSchema,
  claimed: answerValueSchema.nullable(),
  /** The audit or the drill that established it. */
  sourceId: z.uuid(),
  /** The day it was, in Japan. */
  on: z.iso.date(),
});
export type Established = z.infer<typeof establishedSchema>;
