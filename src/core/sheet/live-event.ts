import { z } from 'zod';
import { answerSchema } from './run.ts';

/** An answer that stands now, in one run. */
const answered = z.object({ kind: z.literal('sheet.answered'), runId: z.uuid(), answer: answerSchema });

/** More changed in a run than one answer: many answers at once, who has which area, whether it is submitted. */
const runChanged = z.object({ kind: z.literal('sheet.run-changed'), runId: z.uuid() });

/** What whoever has a run open is told while others work in it. */
export const sheetEventSchema = z.discriminatedUnion('kind', [answered, runChanged]);
export type SheetEvent = z.infer<typeof sheetEventSchema>;
