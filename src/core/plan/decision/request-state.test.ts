import { expect, it, test } from 'vitest';
import type { Decision } from './decision.ts';
import type { DecisionRequest } from './request.ts';
import { byState, decisionsIn, dueAgainAt, isEditable, stateOf } from './request-state.ts';

const person = { id: '22222222-2222-4222-8222-222222222222', name: '院 長' };
let made = 0;

function decided(outcome: Decision['outcome'], until: string | null = null): Decision {
  made += 1;
  const at = new Date(Date.UTC(2026, 9, 1, 0, made));
  return {
    id: person.id,
    fiscalYear: 2026,
    number: made,
    outcome,
    reason: '',
    until,
    decidedBy: person,
    decidedAt: at,
  };
}

const asked = (over: Partial<DecisionRequest> = {}): DecisionRequest => ({
  id: person.id,
  kind: 'budget',
  title: '予算',
  matter: '額',
  cost: 1,
  effect: '良くなる',
  waiting: '残る',
  neededBy: null,
  source: null,
  askedBy: person,
  askedAt: new Date('2026-09-01T00:00:00Z'),
  withdrawnAt: null,
  revision: 1,
  decisions: [],
  ...over,
});

test('what nobody has decided is due, and editable until somebody does', () => {
  expect(stateOf(asked(), '2026-11-27')).toBe('due');
  expect(isEditable(asked())).toBe(true);
  expect(isEditable(asked({ decisions: [decided('deferred', '2026-12-01')] }))).toBe(false);
  expect(isEditable(asked({ withdrawnAt: new Date() }))).toBe(false);
});

test('what was put off waits until its day and is due on it', () => {
  const off = asked({ decisions: [decided('deferred', '2026-12-10')] });
  expect(stateOf(off, '2026-12-09')).toBe('waiting');
  expect(stateOf(off, '2026-12-10')).toBe('due');
  const then = { ...off, decisions: [...off.decisions, decided('approved')] };
  expect(stateOf(then, '2026-12-10')).toBe('settled');
});

test('an accepted risk holds to the end of its last day and is to be decided anew after it', () => {
  const accepted = asked({ kind: 'risk-acceptance', decisions: [decided('approved', '2027-03-31')] });
  expect(stateOf(accepted, '2027-03-31')).toBe('settled');
  expect(stateOf(accepted, '2027-04-01')).toBe('due');
  expect(stateOf(asked({ decisions: [decided('declined')] }), '2030-01-01')).toBe('settled');
});

test('what is needed first comes first; days are those of Japan; withdrawn before a decision leaves nothing', () => {
  const late = asked({ title: '後', neededBy: '2026-12-20' });
  const soon = asked({ title: '先', neededBy: '2026-12-01' });
  const off = asked({ title: '延', decisions: [decided('deferred', '2026-11-28')] });
  const gone = asked({ title: '無', withdrawnAt: new Date() });
  const at = (now: string) => {
    const { due, waiting } = byState([asked({ title: '他' }), late, soon, off, gone], new Date(now));
    return [due, waiting].map((part) => part.map(({ title }) => title));
  };
  expect(at('2026-11-27T14:59:00Z')).toEqual([['先', '後', '他'], ['延']]);
  expect(at('2026-11-27T15:00:00Z')).toEqual([['先', '後', '他', '延'], []]);
});

test('decisions come by their numbers, the newest first, also of what was withdrawn after one', () => {
  const [one, two] = [decided('deferred', '2026-12-01'), decided('approved')];
  const requests = [
    asked({ title: '一', decisions: [one], withdrawnAt: new Date() }),
    asked({ title: '二', decisions: [two] }),
  ];
  expect(decisionsIn(requests).map(({ request, decision }) => [request.title, decision.number])).toEqual([
    ['二', two.number],
    ['一', one.number],
  ]);
});

it.each([
  ['risk-acceptance', 'approved', '2026-12-31', '2026-12-31T15:00:00.000Z'],
  ['risk-acceptance', 'deferred', '2026-12-31', '2026-12-30T15:00:00.000Z'],
  ['budget', 'deferred', '2026-12-31', '2026-12-30T15:00:00.000Z'],
  ['budget', 'approved', null, undefined],
  ['risk-acceptance', 'declined', null, undefined],
] as const)('a decision on %s that is %s with the day %s is to be made anew at %s', (kind, outcome, until, at) => {
  expect(dueAgainAt(kind, { outcome, until })?.toISOString()).toBe(at);
});
