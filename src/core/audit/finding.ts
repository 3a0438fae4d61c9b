import { z } from 'zod';
import { ownerSchema } from '../identity/owner.ts';
import { may, type Role } from '../identity/role.ts';
import type { Fault } from '../kernel/contract.ts';
import { dayInJapan, daysAfter } from '../kernel/fiscal-year.ts';
import { type Conclusion, conclusionSchema, isNonconformity } from '../sheet/conclusion.ts';
import { findingPlaceSchema } from './finding-place.ts';

/** Noted only; to be put right; said to be put right; seen by the auditor to be. */
export const findingStateSchema = z.enum(['noted', 'open', 'corrected', 'closed']);
export type FindingState = z.infer<typeof findingStateSchema>;

export const findingStateTitles: Readonly<Record<FindingState, string>> = {
  noted: '記録のみ',
  open: '直しています',
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
  dueOn: z.iso.date('期限を選んでください。'),
});
export type CorrectionPlan = z.infer<typeof correctionPlanSchema>;

const personSchema = z.object({ id: z.uuid(), name: z.string() });

export const findingSchema = correctionPlanSchema.omit({ ownerId: true }).extend({
  /** Null where nothing is to be put right. */
  dueOn: z.iso.date().nullable(),
  id: z.uuid(),
  auditId: z.uuid(),
  place: findingPlaceSchema,
  /** Of one at an item, the clauses in the scope of its audit that the item speaks of and the systems it concerns; nothing of others. */
  clauses: z.array(z.string()),
  systems: z.array(z.string()),
  conclusion: conclusionSchema,
  /** What was found, in the auditor's words. */
  statement: z.string(),
  state: findingStateSchema,
  owner: ownerSchema.nullable(),
  /** What was done, in the words of those who did it. */
  correction: z.string(),
  correctedAt: z.date().nullable(),
  /** Who said so; somebody else looks at it. */
  correctedBy: personSchema.nullable(),
  /** What the auditor said last of the correction. */
  verdict: z.string(),
  verifiedBy: personSchema.nullable(),
  verifiedAt: z.date().nullable(),
  /** Due before today and not put right, or waiting for the auditor for too long. */
  late: z.boolean(),
  revision: z.number().int(),
});
export type Finding = z.infer<typeof findingSchema>;

const daysToCorrect: Readonly<Record<Conclusion, number | null>> = {
  major: 30,
  minor: 90,
  conformity: null,
  observation: null,
  'good-practice': null,
};

/** The day what does not conform is due on from the beginning, so that none is without: 30 days after the report, or 90 where it is minor. */
export function firstDueOn(conclusion: Conclusion, reportedOn: string): string | null {
  const days = daysToCorrect[conclusion];
  return days === null ? null : daysAfter(reportedOn, days);
}

/** The days within which an auditor looks at what was put right. */
export const daysToVerify = 30;

/** The last day of a finding as it stands, after which it is late: to be put right by the day it is due on, to be looked at within 30 days. */
export function lastDayOf({
  state,
  dueOn,
  correctedAt,
}: Pick<Finding, 'state' | 'dueOn' | 'correctedAt'>): string | null {
  if (state === 'open') return dueOn;
  return state === 'corrected' && correctedAt !== null ? daysAfter(dayInJapan(correctedAt), daysToVerify) : null;
}

/** Whether a finding is late on a day in Japan. */
export function isLateFinding(finding: Parameters<typeof lastDayOf>[0], today: string): boolean {
  const last = lastDayOf(finding);
  return last !== null && last < today;
}

/** Whether a day is too far to put something right by: more than a year after today. */
export function dueFaults(dueOn: string, today: string): readonly Fault[] {
  if (dueOn <= daysAfter(today, 366)) return [];
  const message = '期限は1年以内の日にしてください。長くかかるものは、まず1年以内にすることを「直し方」に書きます。';
  return [{ field: 'dueOn', code: 'too-far', message }];
}

/** Whether somebody may be given a finding to put right: who may correct at all. */
export const mayOwn = (roles: readonly Role[]): boolean => may(roles, 'audit.correct');

export type FindingStep = 'planned' | 'corrected' | 'closed' | 'sent-back';

type Standing = Pick<Finding, 'state' | 'cause' | 'action' | 'dueOn'> & { readonly owner: unknown };

/** Why somebody may not look at what was put right: who did it, or was to do it, is not independent of it (経営管理編 7.0 3⑪). */
export function verifierFault(
  { owner, correctedBy }: Pick<Finding, 'owner' | 'correctedBy'>,
  personId: string,
): 'audit/own-correction' | 'audit/own-word' | null {
  if (correctedBy?.id === personId) return 'audit/own-word';
  return owner?.id === personId ? 'audit/own-correction' : null;
}

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
