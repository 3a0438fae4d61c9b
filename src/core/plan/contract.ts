import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { decisionContract } from './decision/decision-contract.ts';
import { derivedContract } from './derived-contract.ts';
import { frontierSchema } from './frontier.ts';
import { leftOutSchema } from './left-out.ts';
import { planSchema } from './plan.ts';
import { quarterDaysSchema } from './quarter-days.ts';
import { quarterSchema } from './schedule.ts';
import { notSubmitted, taskContract } from './task-contract.ts';
import { taskRecordContract } from './task-record-contract.ts';
import { planWishSchema, yenSchema } from './wish.ts';
import { wishContract } from './wish-contract.ts';

/** A plan, what it begins at, why the other measures of the sheet are not in it, and the quarter of the fiscal year each is done in. */
export const planViewSchema = planSchema.extend({
  leftOut: z.array(leftOutSchema),
  /** Items it begins at what an audit or a drill established, which is below what is claimed. */
  established: z.number().int(),
  schedule: z.array(z.object({ id: z.string(), quarter: quarterSchema })),
  /** All people together first, then each role with days of its own. */
  quarterDays: z.array(quarterDaysSchema),
  /** What chosen measures that recur take in each later year; `recurs`: finished in a former year, so that this is one of them. */
  yearly: z.array(z.object({ id: z.string(), cost: z.number(), personDays: z.number(), recurs: z.boolean() })),
});
export type PlanView = z.infer<typeof planViewSchema>;

/** What a facility reckons a measure at in its first year, or all measures of a cost class; null where the default stands. */
export const measureCostSchema = z.object({
  /** A measure, or a cost class of hospitals or small facilities (`HOSPITAL-2`). */
  measureId: z.string(),
  yen: z.number().int().nullable(),
  /** Of a measure alone. */
  personDays: z.number().nullable(),
  setAt: z.iso.datetime(),
});
export type MeasureCost = z.infer<typeof measureCostSchema>;

const planInput = facilityPath.extend({ runId: z.uuid(), ...planWishSchema.shape });
const planErrors = {
  ...notSubmitted,
  'plan/without-measures': {
    status: 409,
    message:
      'この点検票には対策がないため、計画を立てられません。自己点検（病院・診療所などや、院内ネットワーク）の結果から立ててください。',
  },
} as const;

/** Endpoints of plans. */
export const planContract = {
  make: endpoint
    .meta({
      access: { kind: 'facility', permission: 'plan.make' },
      recordRead: { act: 'assessment.result-read', subject: 'runId' },
      costly: true,
    })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/runs/{runId}/plan',
      tags: ['計画'],
      summary: '予算と人日の中で、提出済みの点検に対する最もよい対策の組み合わせを選ぶ（保存はしない）',
    })
    .input(planInput)
    .output(planViewSchema)
    .errors(planErrors),
  frontier: endpoint
    .meta({
      access: { kind: 'facility', permission: 'plan.make' },
      recordRead: { act: 'assessment.result-read', subject: 'runId' },
      costly: true,
    })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/runs/{runId}/plan/frontier',
      tags: ['計画'],
      summary: '予算や人日を少し変えると、最もよい計画で何に届くか（保存はしない）',
    })
    .input(planInput)
    .output(frontierSchema)
    .errors(planErrors),
  costs: endpoint
    .meta({ access: { kind: 'facility', permission: 'plan.make' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/measure-costs',
      tags: ['計画'],
      summary: '施設が決めた、対策や費用区分の1年目の費用と、対策の手間',
    })
    .input(facilityPath)
    .output(z.array(measureCostSchema)),
  setCost: endpoint
    .meta({ access: { kind: 'facility', permission: 'plan.make' } })
    .route({
      method: 'PUT',
      path: '/facilities/{facilityId}/measure-costs/{measureId}',
      tags: ['計画'],
      summary: '対策か費用区分（HOSPITAL-2 など）の1年目の費用と、対策の手間を施設で決める（空にすると、目安に戻る）',
      successStatus: 204,
    })
    .input(
      facilityPath.extend({
        measureId: z.string().max(20),
        yen: yenSchema.nullable(),
        /** Person-days of a measure; what is not named stays. */
        personDays: z.number().min(0).max(99_999).multipleOf(0.1).nullable().optional(),
      }),
    )
    .errors({
      'plan/no-measure': { status: 404, message: 'この番号の対策はありません。' },
    }),
  ...wishContract,
  ...taskContract,
  ...taskRecordContract,
  ...derivedContract,
  ...decisionContract,
};
