import { z } from 'zod';
import { endpoint, facilityPath, organisationPath } from '../kernel/contract.ts';
import { activityKinds } from './activity-kind.ts';

/** Largest number of entries on one page of the activity log. */
const largestPage = 200;
const tags = ['操作の記録'];
const route = '/facilities/{facilityId}/activity';

const personSchema = z.object({ id: z.uuid(), name: z.string() });

const activitySchema = z.object({
  id: z.uuid(),
  at: z.date(),
  /** Null where the person is no longer known. */
  person: personSchema.nullable(),
  act: z.string(),
  /** The act in words, to be read after the person. */
  title: z.string(),
  /** Id of what was acted upon. */
  subject: z.string().nullable(),
  /** What was acted upon in words, as it is called now; null where it has no name or is gone. */
  about: z.string().nullable(),
  /** Ids, codes and counts; never names or free text. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type ActivityEntry = z.infer<typeof activitySchema>;

export const activityPageSchema = z.object({ entries: z.array(activitySchema), next: z.uuid().nullable() });
export type ActivityPage = z.infer<typeof activityPageSchema>;

const day = z.iso.date('日付は 2026-04-01 の形で書いてください。');

/** What of the log is wanted; days are those of Japan, both of them counted in. */
export const activityFilterSchema = z.object({
  personId: z.uuid().optional(),
  subject: z.string().max(100).optional(),
  kind: z.enum(activityKinds).optional(),
  /** Only what supporters did and saw through this agreement. */
  agreementId: z.uuid().optional(),
  from: day.optional(),
  to: day.optional(),
});
export type ActivityFilter = z.infer<typeof activityFilterSchema>;

const pageShape = {
  /** `next` of the page before. */
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(largestPage).default(50),
};

/** Path and query of the export, which is streamed. */
export const exportActivityInput = z.object({ params: facilityPath, query: activityFilterSchema });

const headSchema = z.object({ number: z.number().int(), hash: z.string(), sealedAt: z.date() }).nullable();

export const activityContract = {
  list: endpoint
    .meta({ access: { kind: 'facility', permission: 'activity.read' }, recordRead: { act: 'activity.read' } })
    .route({ method: 'GET', path: route, tags, summary: '施設の操作の記録（新しい順）' })
    .input(facilityPath.extend(activityFilterSchema.shape).extend(pageShape))
    .output(activityPageSchema),
  ofOrganisation: endpoint
    .meta({ access: { kind: 'organisation', permission: 'organisation.review' } })
    .route({
      method: 'GET',
      path: '/organisations/{organisationId}/activity',
      tags,
      summary: '組織の操作の記録（新しい順）',
    })
    .input(organisationPath.extend(pageShape))
    .output(activityPageSchema),
  people: endpoint
    .meta({ access: { kind: 'facility', permission: 'activity.read' } })
    .route({
      method: 'GET',
      path: `${route}-people`,
      tags,
      summary: '操作の記録に出る人（今の職員と、外れた人と、入ったことのある支援者）',
    })
    .input(facilityPath)
    .output(z.array(personSchema)),
  head: endpoint
    .meta({ access: { kind: 'facility', permission: 'activity.read' } })
    .route({ method: 'GET', path: `${route}-head`, tags, summary: '操作の記録の先頭のハッシュ（まだなければ null）' })
    .input(facilityPath)
    .output(headSchema),
  export: endpoint
    .meta({
      access: { kind: 'facility', permission: 'activity.read', stepUp: true },
      recordRead: { act: 'activity.exported', by: 'everyone' },
      costly: true,
    })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/activity.csv',
      tags,
      summary: '操作の記録を CSV で受け取る（同じ条件のすべて）',
      inputStructure: 'detailed',
    })
    .input(exportActivityInput)
    .output(z.file()),
};
