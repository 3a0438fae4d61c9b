import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { recurringSchema } from './recurring.ts';
import { quarterSchema } from './schedule.ts';
import { taskEditSchema, taskSchema, taskStatuses } from './task.ts';
import { taskSumSchema } from './task-summary.ts';
import { acceptedPlanSchema } from './wish.ts';

const tags = ['計画'];
const route = '/facilities/{facilityId}/tasks';
const fiscalYear = z.number().int().min(2000).max(2100);
const yearInQuery = z.coerce.number().int().min(2000).max(2100);
/** Which tasks are looked at. */
const filter = {
  fiscalYear: yearInQuery,
  /** Who has them; `none` for what nobody was given, or who was given it has left before it was done. */
  owner: z.union([z.literal('none'), z.uuid()]).optional(),
  /** `dropped` with what is carried over. */
  status: z.enum(taskStatuses).optional(),
  quarter: z.coerce.number().pipe(quarterSchema).optional(),
  /** The area of their measures; `none` for what is no measure. */
  area: z.string().max(20).optional(),
  /** Words of the title. */
  words: z.string().trim().min(1, '探す言葉を入力してください。').max(100).optional(),
};
const notMember = {
  'plan/owner-not-member': { status: 409, message: 'その人は、もうこの施設にいません。担当を選び直してください。' },
} as const;

/** Plans stand on what was submitted. */
export const notSubmitted = {
  'plan/not-submitted': {
    status: 409,
    message: '計画は、提出済みの点検から立てます。先に点検を提出してください。',
  },
} as const;

/** Endpoints of the tasks a facility has set itself. */
export const taskContract = {
  tasks: endpoint
    .meta({ access: { kind: 'facility', permission: 'task.read' } })
    .route({ method: 'GET', path: route, tags, summary: '取り組みの一覧（期限の早い順、200件ずつ）' })
    .input(
      facilityPath.extend({
        ...filter,
        /** The task after which to go on. */
        after: z.uuid().optional(),
      }),
    )
    .output(z.object({ tasks: z.array(taskSchema), more: z.boolean() })),
  taskSums: endpoint
    .meta({ access: { kind: 'facility', permission: 'task.read' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/task-sums',
      tags,
      summary: '取り組みの数と費用（分野・状態・四半期ごと）',
    })
    .input(facilityPath.extend(filter))
    .output(z.array(taskSumSchema)),
  acceptPlan: endpoint
    .meta({ access: { kind: 'facility', permission: 'plan.make' } })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/runs/{runId}/plan/acceptance',
      tags,
      summary: '計画の対策を取り組みにする（その年度にもうあるものは、そのまま）',
    })
    .input(
      facilityPath.extend({
        runId: z.uuid(),
        fiscalYear,
        measures: z
          .array(z.object({ id: z.string().max(20), quarter: quarterSchema }))
          .min(1, '取り組みにする対策がありません。')
          .max(300),
        /** What the plan was asked of and how well it is proven, kept beside its tasks; what was begun is under way as a task. */
        plan: acceptedPlanSchema.optional(),
      }),
    )
    .output(z.object({ added: z.number().int(), standing: z.number().int() }))
    .errors(notSubmitted),
  addTask: endpoint
    .meta({ access: { kind: 'facility', permission: 'task.change' } })
    .route({ method: 'POST', path: route, tags, summary: '取り組みを加える', successStatus: 201 })
    .input(facilityPath.extend({ fiscalYear, ...taskEditSchema.shape }))
    .output(taskSchema)
    .errors(notMember),
  carryOver: endpoint
    .meta({ access: { kind: 'facility', permission: 'task.change' } })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/carried-tasks',
      tags,
      summary: '前の年度に終わらなかった取り組みを、この年度に持ち越す（その年度にもうあるものは、そのまま）',
    })
    .input(facilityPath.extend({ fiscalYear }))
    .output(z.object({ carried: z.number().int() }))
    .errors({
      'plan/carried-too-early': {
        status: 409,
        message: '前の年度の取り組みは、その年度の1月1日から持ち越せます。それまでは、その年度のうちに進めてください。',
      },
    }),
  recurring: endpoint
    .meta({ access: { kind: 'facility', permission: 'task.read' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/recurring-tasks',
      tags,
      summary: '前の年度までに終えた、毎年続ける対策（1年分の費用と手間つき）',
    })
    .input(facilityPath.extend({ fiscalYear: yearInQuery }))
    .output(z.array(recurringSchema)),
  addRecurring: endpoint
    .meta({ access: { kind: 'facility', permission: 'task.change' } })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/recurring-tasks',
      tags,
      summary: '毎年続ける対策を、この年度の取り組みにする（その年度にもうあるものは、そのまま）',
    })
    .input(
      facilityPath.extend({
        fiscalYear,
        measureIds: z.array(z.string().max(20)).min(1, '取り組みにする対策を選んでください。').max(300),
      }),
    )
    .output(z.object({ added: z.number().int() })),
  editTask: endpoint
    .meta({ access: { kind: 'facility', permission: 'task.change' } })
    .route({ method: 'PUT', path: `${route}/{taskId}`, tags, summary: '取り組みを直す' })
    .input(facilityPath.extend({ taskId: z.uuid(), revision: z.number().int().nonnegative(), ...taskEditSchema.shape }))
    .output(taskSchema)
    .errors({
      ...notMember,
      'plan/task-changed': {
        status: 409,
        message: 'ほかの人が先に直しました。今の内容を確かめて、もう一度直してください。',
        data: z.object({ current: taskSchema }),
      },
    }),
};
