import { z } from 'zod';
import { concernedSystem } from './system.ts';

const text = (most: number, missing: string) =>
  z
    .string()
    .max(most, `${most}文字までです。`)
    .refine((words) => words.trim() !== '', missing);
const day = (title: string) => z.iso.date(`${title}を選んでください。`);

/** The most that can be asked for, noted and remarked in one audit: what its page shows. */
export const inquiriesAtMost = 200;

/** What auditors ask somebody for: evidence at an item, or anything else. */
export const askingSchema = z.object({
  /** The item it is about; null where it is about none. */
  itemId: z.string().max(40).nullable(),
  /** The system of the scope it is about; empty where it is about none. */
  system: concernedSystem,
  wanted: text(500, '頼むことを書いてください。'),
  ofId: z.uuid('頼む相手を選んでください。'),
  dueOn: day('期限'),
});
export type Asking = z.infer<typeof askingSchema>;

export const auditRequestSchema = askingSchema.omit({ ofId: true }).extend({
  id: z.uuid(),
  auditId: z.uuid(),
  of: z.object({ id: z.uuid(), name: z.string() }),
  reply: z.string(),
  repliedAt: z.date().nullable(),
  /** Who answered; it need not be who was asked. */
  repliedBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** Due before today and not answered. */
  late: z.boolean(),
  revision: z.number().int(),
});
export type AuditRequest = z.infer<typeof auditRequestSchema>;

/** What was asked and said in a talk, with executives above all. */
export const interviewSchema = z.object({
  id: z.uuid(),
  /** The system of the scope it was about; empty where it was about none. */
  system: concernedSystem,
  withWhom: text(100, '聞いた相手を書いてください。'),
  heldOn: day('聞いた日'),
  said: text(4_000, '聞いたことと、答えを書いてください。'),
});
export type Interview = z.infer<typeof interviewSchema>;
