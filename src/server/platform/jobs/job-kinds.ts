import { z } from 'zod';
import { dueKindSchema } from '#core/kernel/due.ts';

/** Every kind of job there is, with what its payload names: ids and codes only, as text; what they stand for is read when the job runs. */
export const jobKinds = {
  'activity.seal': z.object({}),
  'mail.send': z.object({ mailId: z.uuid() }),
  'mail.purge': z.object({}),
  'identity.reset-requested': z.object({ requestId: z.uuid() }),
  'identity.person-erased': z.object({}),
  'retention.due': z.object({}),
  'backup.scheduled': z.object({}),
  'due.remind': z.object({
    facilityId: z.uuid(),
    kind: dueKindSchema,
    subject: z.string(),
    personId: z.uuid().optional(),
  }),
  'plan.due-again': z.object({ facilityId: z.uuid(), requestId: z.uuid() }),
  'webhook.deliver': z.object({ facilityId: z.uuid(), deliveryId: z.uuid() }),
  'sheet.areas-assigned': z.object({ facilityId: z.uuid(), runId: z.uuid(), personId: z.uuid() }),
  'audit.correction-due': z.object({
    facilityId: z.uuid(),
    findingId: z.uuid(),
    leadId: z.uuid(),
    dueOn: z.iso.date(),
  }),
} as const satisfies Record<string, z.ZodType<Readonly<Record<string, string | undefined>>>>;

export type JobKind = keyof typeof jobKinds;
export type PayloadOf<Kind extends JobKind> = z.infer<(typeof jobKinds)[Kind]>;

/** What is done for each kind. A job that fails is tried again later, with growing delay, 25 times in all. */
export type Handler<Kind extends JobKind> = (payload: PayloadOf<Kind>) => Promise<void>;
/** Only where a folder for backups is set up; a process without one leaves the job to the others. */
type Optional = 'backup.scheduled';
export type JobHandlers = { readonly [Kind in Exclude<JobKind, Optional>]: Handler<Kind> } & {
  readonly [Kind in Optional]?: Handler<Kind>;
};
