import { expect, it } from 'vitest';
import { acceptanceState, type Standing, stageOf, stateOf } from './risk-state.ts';

const standing = (part: Partial<Standing>): Standing => ({
  closed: false,
  accepting: false,
  level: 12,
  treatments: { open: 0, done: 0 },
  ...part,
});

it.each([
  ['unassessed', { level: 0 }],
  ['unassessed', { level: 0, treatments: { open: 1, done: 0 } }],
  ['undecided', {}],
  ['treating', { treatments: { open: 1, done: 2 } }],
  ['treated', { treatments: { open: 0, done: 1 } }],
  ['acceptance', { accepting: true, treatments: { open: 1, done: 0 } }],
  ['closed', { closed: true, accepting: true }],
] as const)('a risk is %s with %j', (stage, part) => expect(stageOf(standing(part))).toBe(stage));

it.each([
  ['asked', { outcome: null, until: null }],
  ['asked', { outcome: 'deferred', until: '2026-12-10' }],
  ['accepted', { outcome: 'approved', until: '2026-11-27' }],
  ['lapsed', { outcome: 'approved', until: '2026-11-26' }],
  ['refused', { outcome: 'declined', until: null }],
  ['refused', null],
] as const)('accepting is %s on its day where the executives said %j', (state, said) => {
  expect(acceptanceState(said, '2026-11-27')).toBe(state);
  expect(stateOf('acceptance', said, '2026-11-27')).toBe(state);
  expect(stateOf('treating', said, '2026-11-27')).toBe('treating');
});
