import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { leftOutSchema } from './left-out.ts';
import { planSchema } from './plan.ts';
import { goals } from './problem.ts';

/** What a plan may take in its first year, and what it is to reach. */
export const planWishSchema = z.object({
  /** Yen. */
  budget: z.number().int().min(0).max(999_999_999_999),
  /** Person-days of all people together, in tenths. */
  personDays: z.number().min(0).max(999_999).multipleOf(0.1),
  goal: z.enum(goals),
  /** Ids of measures that are not wanted. */
  excluded: z.array(z.string().max(20)).max(300),
});
export type PlanWishInput = z.infer<typeof planWishSchema>;

/** A plan and why the other measures of the sheet are not in it. */
export const planViewSchema = planSchema.extend({ leftOut: z.array(leftOutSchema) });
export type PlanView = z.infer<typeof planViewSchema>;

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
      summary: '予算と人日の中で、提出ずみの点検に対する最もよい対策の組み合わせを選ぶ（保存はしない）',
    })
    .input(facilityPath.extend({ runId: z.uuid(), ...planWishSchema.shape }))
    .output(planViewSchema)
    .errors({
      'plan/not-submitted': {
        status: 409,
        message: '計画は、提出ずみの点検から立てます。先に点検を提出してください。',
      },
      'plan/without-measures': {
        status: 409,
        message:
          'この点検票には対策がないため、計画を立てられません。病院か診療所などの点検票の結果から立ててください。',
      },
    }),
};
