import { expect, test } from 'vitest';
import { undoLimit } from '../evidence/undo.ts';
import { maySweep, removedBefore, retention, sweptKinds } from './retention.ts';

const now = new Date('2026-11-21T03:00:00Z');

test('every kind that is swept has one period, and a reason is given for every kind', () => {
  const kinds = retention.map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
  for (const kind of sweptKinds) expect(removedBefore(kind, now).getTime()).toBeLessThan(now.getTime());
  for (const { kind, reason, from } of retention)
    expect({ kind, reason, from }).toEqual({
      kind,
      reason: expect.stringMatching(/./),
      from: expect.stringMatching(/./),
    });
});

test.each([
  ['session', '2026-11-20T03:00:00.000Z'],
  ['mail', '2026-10-22T03:00:00.000Z'],
  ['unused-account', '2024-11-21T03:00:00.000Z'],
] as const)('%s', (kind, before) => expect(removedBefore(kind, now).toISOString()).toBe(before));

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
