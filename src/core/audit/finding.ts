import { z } from 'zod';
import { may, type Role } from '../identity/role.ts';
import { type Conclusion, conclusionSchema, isNonconformity } from '../sheet/conclusion.ts';

/** Noted only; to be put right; said to be put right; seen by the auditor to be. */
export const findingStateSchema = z.enum(['noted', 'open', 'corrected', 'closed']);
export type FindingState = z.infer<typeof findingStateSchema>;

export const findingStateTitles: Readonly<Record<FindingState, string>> = {
  noted: '記録のみ',
  open: '是正中',
  corrected: '確認待ち',
  closed: '完了',
};

/** A finding begins to be seen to where something does not conform; what is observed or good is noted. */
export const firstState = (conclusion: Conclusion): FindingState => (isNonconformity(conclusion) ? 'open' : 'noted');

const words = (most: number) => z.string().max(most, `${most}文字までです。`);

/** What the facility settles about a finding: why it came to it, what it does, who and by when (経営管理編 7.0 3⑫). */
export const correctionPlanSchema = z.object({
  cause: words(1_000),
  action: words(1_000),
  ownerId: z.uuid().nullable(),
  /** In Japan. */
  dueOn: z.iso.date('期限は、年月日で入れてください（例: 2026-11-27）。').nullable(),
});
export type CorrectionPlan = z.infer<typeof correctionPlanSchema>;

const personSchema = z.object({ id: z.uuid(), name: z.string() });

export const findingSchema = correctionPlanSchema.omit({ ownerId: true }).extend({
  id: z.uuid(),
  auditId: z.uuid(),
  item: z.object({ id: z.string(), text: z.string() }),
  area: z.object({ id: z.string(), title: z.string() }),
  conclusion: conclusionSchema,
  /** What was found, in the auditor's words. */
  statement: z.string(),
  state: findingStateSchema,
  owner: personSchema.nullable(),
  /** What was done, in the words of those who did it. */
  correction: z.string(),
  correctedAt: z.date().nullable(),
  /** What the auditor said last of the correction. */
  verdict: z.string(),
  verifiedBy: personSchema.nullable(),
  verifiedAt: z.date().nullable(),
  /** Due before today and not put right. */
  late: z.boolean(),
  revision: z.number().int(),
});
export type Finding = z.infer<typeof findingSchema>;

/** Whether a finding is late on a day in Japan: what waits for the auditor is not. */
export const isLateFinding = (state: FindingState, dueOn: string | null, today: string): boolean =>
  state === 'open' && dueOn !== null && dueOn < today;

/** Whether somebody may be given a finding to put right: who may correct at all. */
export const mayOwn = (roles: readonly Role[]): boolean => may(roles, 'audit.correct');

export type FindingStep = 'planned' | 'corrected' | 'closed' | 'sent-back';

type Standing = Pick<Finding, 'state' | 'cause' | 'action' | 'dueOn'> & { readonly owner: unknown };

export type StepDecision =
  | { readonly kind: 'go'; readonly state: FindingState }
  | { readonly kind: 'refused'; readonly reason: 'audit/finding-settled' | 'audit/correction-not-planned' };

/**
 * The state a step brings a finding to. It is planned and put right while it is open, and put right only once cause,
 * action, owner and day are known; an auditor closes or sends back what was said to be put right.
 */
export function decideStep(finding: Standing, step: FindingStep): StepDecision {
  const from: FindingState = step === 'closed' || step === 'sent-back' ? 'corrected' : 'open';
  if (finding.state !== from) return { kind: 'refused', reason: 'audit/finding-settled' };
  const planned = finding.cause !== '' && finding.action !== '' && finding.owner !== null && finding.dueOn !== null;
  if (step === 'corrected' && !planned) return { kind: 'refused', reason: 'audit/correction-not-planned' };
  const to = { planned: 'open', corrected: 'corrected', closed: 'closed', 'sent-back': 'open' } as const;
  return { kind: 'go', state: to[step] };
}
