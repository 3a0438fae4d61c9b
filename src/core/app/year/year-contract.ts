import { z } from 'zod';
import { ownerSchema } from '../../identity/owner.ts';
import { endpoint, facilityPath } from '../../kernel/contract.ts';
import { dueKindSchema } from '../../kernel/due.ts';
import { yearStepIds, yearStepStates } from './year-step.ts';

const tags = ['1年の流れ'];
const path = '/facilities/{facilityId}/year';

const stepSchema = z.object({
  id: z.enum(yearStepIds),
  state: z.enum(yearStepStates),
  words: z.string(),
  dueOn: z.iso.date(),
  suggested: z.boolean(),
});

const dueSchema = z.object({
  kind: dueKindSchema,
  id: z.string(),
  title: z.string(),
  dueOn: z.iso.date(),
  owner: ownerSchema.nullable(),
  /** Below the facility. */
  page: z.string(),
});

const yearSchema = z.object({
  fiscalYear: z.number().int(),
  steps: z.array(stepSchema),
  /** What is to be done within three months or late; of staff only their own. At most 100. */
  dues: z.array(dueSchema),
  /** There is more than is listed. */
  more: z.boolean(),
  /** Of the same days what this person has, then what is nobody's and this person sees to by role. At most 100. */
  own: z.array(dueSchema),
});
export type Year = z.infer<typeof yearSchema>;

const calendar = '/facilities/{facilityId}/calendar';

/** The fiscal year of a facility: its seven steps, and what is due. */
export const yearContract = {
  read: endpoint
    .meta({ access: { kind: 'facility', permission: 'task.read' }, recordRead: { act: 'year.read' } })
    .route({ method: 'GET', path, tags, summary: '今年度の七つの区切りと、期限のあること（3か月先まで）' })
    .input(facilityPath)
    .output(yearSchema),
  setDay: endpoint
    .meta({ access: { kind: 'facility', permission: 'year.edit' } })
    .route({ method: 'PUT', path, tags, summary: '今年度の区切りの期限を決める' })
    .input(facilityPath.extend({ step: z.enum(yearStepIds), dueOn: z.iso.date('期限の日を選んでください。') }))
    .output(yearSchema),
  calendar: endpoint
    .meta({ access: { kind: 'facility', permission: 'task.read' } })
    .route({ method: 'GET', path: calendar, tags, summary: '自分のカレンダーのリンクを作った日時（なければ null）' })
    .input(facilityPath)
    .output(z.object({ madeAt: z.date() }).nullable()),
  makeCalendar: endpoint
    .meta({ access: { kind: 'facility', permission: 'task.read' } })
    .route({
      method: 'POST',
      path: calendar,
      tags,
      summary: '期限を自分のカレンダーに出すリンクを作る（前のリンクは使えなくなる）',
    })
    .input(facilityPath)
    /** Path below the address of the installation; told this once. */
    .output(z.object({ path: z.string(), madeAt: z.date() })),
  endCalendar: endpoint
    .meta({ access: { kind: 'facility', permission: 'task.read' } })
    .route({
      method: 'DELETE',
      path: calendar,
      tags,
      summary: '自分のカレンダーのリンクを使えなくする',
      successStatus: 204,
    })
    .input(facilityPath),
  /** Calendar programs send nothing but an address: whoever has it reads the days of one person at one facility. */
  feed: endpoint
    .meta({ access: { kind: 'public' } })
    .route({ method: 'GET', path: '/calendars/{secret}', tags, summary: '期限のカレンダー（iCalendar）' })
    .input(z.object({ secret: z.string().regex(/^[\w-]{43}$/, 'リンクの文字が違います。') }))
    .output(z.file()),
};
