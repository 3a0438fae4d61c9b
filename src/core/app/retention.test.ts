import { expect, test } from 'vitest';
import { undoLimit } from '../evidence/undo.ts';
import { keptDays, removedBefore } from '../kernel/kept-days.ts';
import { keptFor, maySweep, retention } from './retention.ts';

const now = new Date('2026-11-21T03:00:00Z');
const kinds = retention.flatMap((group) => group.kinds);

test('every kind that has a period stands in the table once, with a reason and who can have it removed sooner', () => {
  expect(new Set(kinds.map(({ kind }) => kind)).size).toBe(kinds.length);
  const timed = kinds.filter(({ days }) => days !== null).map(({ kind }) => kind);
  expect(timed.toSorted()).toEqual(Object.keys(keptDays).toSorted());
  for (const { title, from, reason, sooner } of kinds)
    for (const words of [title, from, reason, sooner]) expect(words).toMatch(/./);
});

test.each([
  ['session', '2026-11-20T03:00:00.000Z'],
  ['mail', '2026-10-22T03:00:00.000Z'],
  ['unused-account', '2024-11-21T03:00:00.000Z'],
] as const)('%s', (kind, before) => expect(removedBefore(kind, now).toISOString()).toBe(before));

test.each([
  ['run', '施設の利用が終わるまで'],
  ['removed-evidence', '外してから30日'],
  ['unused-account', '最後に使ってから2年'],
  ['session', '期限切れから1日'],
])('%s is kept %s', (wanted, words) => {
  const found = kinds.find(({ kind }) => kind === wanted);
  expect(found && keptFor(found)).toBe(words);
});

test('removed evidence is removed no earlier than it can be brought back', () => {
  expect(removedBefore('removed-evidence', now)).toEqual(undoLimit(now));
});

test.each([
  ['no round yet', null, false],
  ['a round a day ago', '2026-11-20T03:00:00Z', true],
  ['a round three days ago', '2026-11-18T03:00:00Z', true],
  ['silence for longer', '2026-11-18T02:59:59Z', false],
])('%s (%s): sweeps %s', (_, before, may) => {
  expect(maySweep(before === null ? null : new Date(before), now)).toBe(may);
});
