import { expect, it } from 'vitest';
import { type ClauseState, clauseSteps, isLateClause, maySetStep, nextStep } from './clause-cycle.ts';

it('a clause goes from instruction to following up, and round again', () => {
  const round: ClauseState[] = ['not-begun'];
  for (let turn = 0; turn < 5; turn += 1) round.push(nextStep(round.at(-1) ?? 'not-begun'));
  expect(round).toEqual(['not-begun', ...clauseSteps, 'instructed']);
});

it.each([
  ['instructed', ['executive', 'planner'], ['executive', 'safety-manager']],
  ['followed-up', ['executive', 'planner'], ['executive', 'safety-manager']],
  ['carried-out', ['executive', 'planner'], ['safety-manager', 'planner', 'operator']],
  ['reported', ['executive', 'operator'], ['safety-manager', 'planner', 'operator']],
  ['carried-out', ['executive'], ['executive', 'safety-manager']],
  ['instructed', ['planner', 'operator'], ['executive', 'safety-manager', 'planner']],
  ['reported', ['planner', 'operator'], ['safety-manager', 'planner', 'operator']],
] as const)('%s of a clause for %s is done by %s alone', (step, roles, doers) => {
  const all = [
    'facility-administrator',
    'executive',
    'safety-manager',
    'planner',
    'operator',
    'auditor',
    'staff',
  ] as const;
  expect(all.filter((role) => maySetStep([role], step, { roles: [...roles] }))).toEqual(doers);
});

it('a clause is late after its day, until it was followed up', () => {
  expect(isLateClause('reported', '2026-11-26', '2026-11-27')).toBe(true);
  expect(isLateClause('reported', '2026-11-27', '2026-11-27')).toBe(false);
  expect(isLateClause('followed-up', '2026-11-26', '2026-11-27')).toBe(false);
  expect(isLateClause('not-begun', null, '2026-11-27')).toBe(false);
});
