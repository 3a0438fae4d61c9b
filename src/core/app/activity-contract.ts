import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';

/** Largest number of entries on one page of the activity log. */
const largestPage = 200;

const activitySchema = z.object({
  id: z.uuid(),
  at: z.date(),
  /** Null where the person is no longer known. */
  person: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  act: z.string(),
  /** The act in words, to be read after the person. */
  title: z.string(),
  /** Id of what was acted upon. */
  subject: z.string().nullable(),
  /** Ids, codes and counts; never names or free text. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export const activityPageSchema = z.object({ entries: z.array(activitySchema), next: z.uuid().nullable() });
export type ActivityPage = z.infer<typeof activityPageSchema>;

export const activityContract = {
  list: endpoint
    .meta({ access: { kind: 'facility', permission: 'activity.read' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/activity',
      tags: ['操作の記録'],
      summary: '施設の操作の記録（新しい順）',
    })
    .input(
      facilityPath.extend({
        personId: z.uuid().optional(),
        subject: z.string().max(100).optional(),
        /** `next` of the page before. */
        after: z.uuid().optional(),
        limit: z.coerce.number().int().min(1).max(largestPage).default(50),
      }),
    )
    .output(activityPageSchema),
};
