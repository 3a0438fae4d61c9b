import { describe, expect, it } from 'vitest';
import type { Conclusion } from '../sheet/conclusion.ts';
import {
  decideStep,
  dueFaults,
  type FindingState,
  type FindingStep,
  firstDueOn,
  firstState,
  isLateFinding,
  lastDayOf,
  verifierFault,
} from './finding.ts';

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

  const open = { state: 'open' as const, dueOn: '2026-11-26', correctedAt: null };

  it('is late from the day after it was due, until it is said to be put right', () => {
    expect(isLateFinding(open, '2026-11-27')).toBe(true);
    expect(isLateFinding(open, '2026-11-26')).toBe(false);
    expect(isLateFinding({ ...open, state: 'closed' }, '2027-11-27')).toBe(false);
    expect(isLateFinding({ ...open, state: 'noted', dueOn: null }, '2027-11-27')).toBe(false);
  });

  it('that was put right is late where nobody looks at it within 30 days', () => {
    const corrected = { ...open, state: 'corrected' as const, correctedAt: new Date('2026-11-30T16:00:00Z') };
    expect(lastDayOf(corrected)).toBe('2026-12-31');
    expect(isLateFinding(corrected, '2026-12-31')).toBe(false);
    expect(isLateFinding(corrected, '2027-01-01')).toBe(true);
  });

  it.each<[Conclusion, string | null]>([
    ['major', '2026-12-27'],
    ['minor', '2027-02-25'],
    ['observation', null],
    ['good-practice', null],
    ['conformity', null],
  ])('of %s is due on %s from the beginning', (conclusion, day) => {
    expect(firstDueOn(conclusion, '2026-11-27')).toBe(day);
    expect(firstDueOn(conclusion, '2026-11-27') === null).toBe(firstState(conclusion) === 'noted');
  });

  it('is put off for no more than a year', () => {
    expect(dueFaults('2027-11-28', '2026-11-27')).toEqual([]);
    expect(dueFaults('2027-11-29', '2026-11-27')).toMatchObject([{ field: 'dueOn', code: 'too-far' }]);
  });

  it('is looked at by somebody who neither said that it was put right nor was to do it', () => {
    const [owner, correctedBy] = [
      { id: 'a', name: '', left: false },
      { id: 'b', name: '' },
    ];
    expect(verifierFault({ owner, correctedBy }, 'a')).toBe('audit/own-correction');
    expect(verifierFault({ owner, correctedBy }, 'b')).toBe('audit/own-word');
    expect(verifierFault({ owner, correctedBy }, 'c')).toBeNull();
  });
});
