import { z } from 'zod';
import type { Clause } from '../../catalogue/guideline.ts';
import { may, type Role } from '../../identity/role.ts';

/** What is done about a clause, one after the other: the executives instruct, others carry out and report, the executives follow up. */
export const clauseSteps = ['instructed', 'carried-out', 'reported', 'followed-up'] as const;
export const clauseStepSchema = z.enum(clauseSteps);
export type ClauseStep = z.infer<typeof clauseStepSchema>;

/** The steps as people read them once they are done. */
export const clauseStepTitles: Readonly<Record<ClauseStep, string>> = {
  instructed: '指示した',
  'carried-out': '実施した',
  reported: '報告した',
  'followed-up': '確かめた',
};

/** Where a clause stands: the last step done, or nothing yet. */
export type ClauseState = ClauseStep | 'not-begun';

export const clauseStateTitles: Readonly<Record<ClauseState, string>> = { 'not-begun': 'まだ', ...clauseStepTitles };

/** The step that comes next; after following up the next round begins with an instruction. */
export function nextStep(state: ClauseState): ClauseStep {
  const last = state === 'not-begun' ? -1 : clauseSteps.indexOf(state);
  return clauseSteps[(last + 1) % clauseSteps.length] ?? 'instructed';
}

/**
 * Whether somebody with these roles does a step of a clause: executives instruct and follow up, those the clause names carry
 * out and report; what the executives keep alone they carry out themselves. The safety manager stands in for the executives
 * (経営管理編 3.1.2 expects one of them in that post). Where a part speaks to operators, the planner instructs them too
 * (企画管理編 6.0 4③, 11⑤).
 */
export function maySetStep(roles: readonly Role[], step: ClauseStep, clause: Pick<Clause, 'roles'>): boolean {
  if (step === 'instructed' || step === 'followed-up') {
    return may(roles, clause.roles.includes('executive') ? 'clause.lead' : 'clause.direct');
  }
  if (clause.roles.every((role) => role === 'executive')) return may(roles, 'clause.lead');
  return may(roles, 'clause.work');
}

/** Whether a clause with a day is late: its round is not followed up, and the day has passed. */
export const isLateClause = (state: ClauseState, dueOn: string | null, today: string): boolean =>
  dueOn !== null && dueOn < today && state !== 'followed-up';
