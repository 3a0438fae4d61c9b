import { expect, test } from 'vitest';
import { answeredBefore, facilitiesFor, inRush, rush } from './deadline-plan.ts';
import { type Due, questionsOf } from './next-year.ts';
import { scheduleOf } from './schedule.ts';

const seconds = 360;
const questions = questionsOf(['hospital', 'network-level', 'executive']);
const due = Array.from({ length: facilitiesFor(seconds) }, (_, place): Due => {
  const people = { administrator: 'a', manager: 'm', operator: 'o', executive: 'e' };
  const runs = { hospital: 'h', 'network-level': 'n', executive: 'x' };
  return { facilityId: String(place), isHospital: true, ...people, runs };
});
const schedule = scheduleOf({ url: '', seconds, due, questions });
const calls = Array.from({ length: schedule.length }, (_, nth) => ({
  at: schedule.at(nth) ?? Number.NaN,
  ...schedule.call(nth),
}));

const perSecond = (isSubmission: boolean, inside: boolean) =>
  calls.filter((call) => call.isSubmission === isSubmission && inRush(call.at, seconds) === inside).length /
  (seconds * (inside ? rush.share : 1 - rush.share));

test('a hospital gives 107 answers', () => {
  expect(questions).toHaveLength(107);
});

test('238 answers and 2.2 submissions are due a second, three times as many in the rush', () => {
  expect(perSecond(false, false)).toBeCloseTo(238, -1);
  expect(perSecond(false, true)).toBeCloseTo(714, -1);
  expect(perSecond(true, false)).toBeGreaterThan(2.1);
  expect(perSecond(true, true)).toBeGreaterThan(6.3);
});

test('calls are due one after the other within the time', () => {
  const at = calls.map((call) => call.at);
  expect(at).toEqual([...at].sort((a, b) => a - b));
  expect(at[0]).toBeGreaterThanOrEqual(0);
  expect(at.at(-1)).toBeLessThan(seconds);
});

test('a facility answers what it had not answered before, each once, and submits after that', () => {
  const byFacility = Map.groupBy(calls, ({ call }) => call.path.split('/')[2] ?? '');
  for (const place of [0, 100, 700]) {
    const own = byFacility.get(String(place)) ?? [];
    const answers = own.filter(({ isSubmission }) => !isSubmission);
    expect(answers).toHaveLength(questions.length - answeredBefore(place, questions.length));
    expect(new Set(answers.map(({ call }) => call.path)).size).toBe(answers.length);
    expect(own.at(-1)?.isSubmission).toBe(true);
    expect(own.filter(({ isSubmission }) => isSubmission)).toHaveLength(1);
  }
});
