import { describe, expect, it } from 'vitest';
import { decideStep, type FindingState, type FindingStep, firstState, isLateFinding } from './finding.ts';

const planned = { cause: '忘れていた', action: '毎年4月に直す', owner: { id: 'a' }, dueOn: '2026-12-31' };

describe('a finding', () => {
  it('is to be put right where something does not conform, else noted', () => {
    expect((['minor', 'major'] as const).map(firstState)).toEqual(['open', 'open']);
    expect((['observation', 'good-practice'] as const).map(firstState)).toEqual(['noted', 'noted']);
  });

  const steps: readonly (readonly [FindingState, FindingStep, FindingState | 'refused'])[] = [
    ['open', 'planned', 'open'],
    ['open', 'corrected', 'corrected'],
    ['open', 'closed', 'refused'],
    ['corrected', 'closed', 'closed'],
    ['corrected', 'sent-back', 'open'],
    ['corrected', 'planned', 'refused'],
    ['corrected', 'corrected', 'refused'],
    ['closed', 'sent-back', 'refused'],
    ['closed', 'planned', 'refused'],
    ['noted', 'planned', 'refused'],
    ['noted', 'closed', 'refused'],
  ];
  it.each(steps)('that is %s and %s becomes %s', (state, step, after) => {
    const decision = decideStep({ ...planned, state }, step);
    expect(decision.kind === 'go' ? decision.state : 'refused').toBe(after);
  });

  it.each(['cause', 'action', 'owner', 'dueOn'])('is not put right as long as its %s is not known', (missing) => {
    const lacking = { ...planned, [missing]: missing === 'owner' || missing === 'dueOn' ? null : '' };
    expect(decideStep({ ...lacking, state: 'open' }, 'corrected')).toMatchObject({
      reason: 'audit/correction-not-planned',
    });
  });

  it('is late from the day after it was due, until it is said to be put right', () => {
    expect(isLateFinding('open', '2026-11-26', '2026-11-27')).toBe(true);
    expect(isLateFinding('open', '2026-11-27', '2026-11-27')).toBe(false);
    expect(isLateFinding('corrected', '2026-11-26', '2026-11-27')).toBe(false);
    expect(isLateFinding('open', null, '2026-11-27')).toBe(false);
  });
});
