import { z } from 'zod';
import { type Goal, goals } from './problem.ts';
import { roleQuartersSchema } from './schedule.ts';

export const yenSchema = z.number().int().min(0).max(999_999_999_999);
const measureIdsSchema = z.array(z.string().max(20)).max(300);

/** What a plan may take in its year, and what it is to reach. */
export const planWishSchema = z.object({
  /** Yen. */
  budget: yenSchema,
  /** Person-days of all people together, in tenths. */
  personDays: z.number().min(0).max(999_999).multipleOf(0.1),
  goal: z.enum(goals),
  /** The fiscal year the plan is for: this one, in the quarters still to come, or the next. */
  fiscalYear: z.number().int(),
  /** Person-days of single roles in each quarter; what is over counts no more. */
  roles: z.array(roleQuartersSchema).max(30),
  /** Ids of measures that are not wanted. */
  excluded: measureIdsSchema,
  /** Ids of measures already begun, which are in the plan in any case. */
  begun: measureIdsSchema,
});
export type PlanWishInput = z.infer<typeof planWishSchema>;

/** What a plan that becomes tasks was asked of, and how well it was proven to be the best. */
export const acceptedPlanSchema = planWishSchema.omit({ fiscalYear: true }).extend({
  status: z.enum(['optimal', 'time-limit']),
  /** Share by which another might still be better: 0 where it is proven. */
  gap: z.number().min(0).max(1),
});
export type AcceptedPlan = z.infer<typeof acceptedPlanSchema>;

/** A plan as it was accepted, with how many measures it had. */
export const acceptanceSchema = acceptedPlanSchema.extend({
  id: z.uuid(),
  acceptedAt: z.iso.datetime(),
  measures: z.number().int(),
});
export type Acceptance = z.infer<typeof acceptanceSchema>;

/** What is wanted of a plan, as people read it. */
export const goalTitles: Readonly<Record<Goal, string>> = {
  weakest: 'いちばん低い分野を上げる',
  level2: '目標に届く、いちばん安い組み合わせ',
};

/** Whether an accepted plan is proven to be the best, as people read it. */
export const planStatusTitles: Readonly<Record<AcceptedPlan['status'], string>> = {
  optimal: '最良と確かめた',
  'time-limit': '時間までに見つけた',
};
