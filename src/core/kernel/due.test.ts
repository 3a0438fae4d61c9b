import { expect, test } from 'vitest';
import { dueState, inDueOrder, isTimeToRemind, nextReminder } from './due.ts';

test.each([
  ['2026-11-26', 'late'],
  ['2026-11-27', 'soon'],
  ['2026-12-11', 'soon'],
  ['2026-12-12', 'later'],
])('what is due on %s is %s on 27 November', (dueOn, state) => {
  expect(dueState(dueOn, '2026-11-27')).toBe(state);
});

const reminded = (dueOn: string, now: string) => nextReminder(dueOn, new Date(now))?.toISOString();

test('the owner is reminded at nine in Japan a week before, then on the day after, then never', () => {
  expect(reminded('2026-12-31', '2026-11-27T00:00:00Z')).toBe('2026-12-24T00:00:00.000Z');
  expect(reminded('2026-12-31', '2026-12-24T00:00:00Z')).toBe('2027-01-01T00:00:00.000Z');
  expect(reminded('2026-12-31', '2027-01-01T00:00:00Z')).toBeUndefined();
});

test('a day that was moved away is no time to remind', () => {
  expect(isTimeToRemind('2026-12-31', new Date('2026-12-23T14:59:59Z'))).toBe(false);
  expect(isTimeToRemind('2026-12-31', new Date('2026-12-23T15:00:00Z'))).toBe(true);
});

test('what is due first stands first, of one day always in the same order', () => {
  const due = (id: string, title: string, dueOn: string) => ({ kind: 'task' as const, id, title, dueOn, owner: null });
  const dues = [due('1', '乙', '2026-12-01'), due('2', '甲', '2026-12-01'), due('3', '丙', '2026-11-30')];
  const expected = ['3', '1', '2'];
  expect(inDueOrder(dues).map(({ id }) => id)).toEqual(expected);
  expect(inDueOrder(dues.toReversed()).map(({ id }) => id)).toEqual(expected);
});
