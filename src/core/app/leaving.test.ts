import fc from 'fast-check';
import { expect, test } from 'vitest';
import { japaneseDate } from '../kernel/fiscal-year.ts';
import {
  decideAnnouncement,
  decideWithdrawal,
  dueAfter,
  type Leaving,
  lastDayOf,
  leavingDays,
  leavingStage,
} from './leaving.ts';

const dayMs = 24 * 60 * 60 * 1000;
const at = (text: string) => new Date(text);
const announced = (text: string): Leaving => ({ announcedAt: at(text), dueAt: dueAfter(at(text)) });

test.each([
  ['2026-11-21T03:00:00Z', '2026-12-21T15:00:00.000Z', '令和8年12月21日（月）'],
  ['2026-11-21T15:00:00Z', '2026-12-21T15:00:00.000Z', '令和8年12月21日（月）'],
  ['2026-11-21T15:00:00.001Z', '2026-12-22T15:00:00.000Z', '令和8年12月22日（火）'],
  ['2026-12-31T14:59:59Z', '2027-01-30T15:00:00.000Z', '令和9年1月30日（土）'],
])('announced at %s it is due at %s, and until %s it can be withdrawn', (from, due, lastDay) => {
  expect(dueAfter(at(from)).toISOString()).toBe(due);
  expect(japaneseDate(lastDayOf(announced(from)))).toBe(lastDay);
});

test.each([
  ['nothing announced', null, 'using', true, 'leaving/not-announced'],
  ['announced a moment ago', announced('2026-11-21T03:00:00Z'), 'announced', false, null],
  ['on its last moment', announced('2026-10-22T03:00:00Z'), 'announced', false, null],
  ['due', announced('2026-10-20T03:00:00Z'), 'due', false, 'leaving/over'],
] as const)('%s', (_, leaving, stage, mayAnnounce, whyNotWithdrawn) => {
  const now = at('2026-11-21T14:59:59.999Z');
  expect(leavingStage(leaving, now)).toBe(stage);
  expect(decideAnnouncement(leaving, now).accepted).toBe(mayAnnounce);
  expect(decideWithdrawal(leaving, now)).toEqual(
    whyNotWithdrawn ? { accepted: false, reason: whyNotWithdrawn } : { accepted: true },
  );
});

type Act = { readonly kind: 'announce' | 'withdraw' | 'sweep'; readonly afterMs: number };
const acts = fc.array(
  fc.record({
    kind: fc.constantFrom<Act['kind']>('announce', 'withdraw', 'sweep'),
    afterMs: fc.integer({ min: 0, max: 20 * dayMs }),
  }),
  { maxLength: 30 },
);

/** Does one act as the server does it; tells whether everything was deleted. */
function done(leaving: Leaving | null, kind: Act['kind'], now: Date): { leaving: Leaving | null; gone: boolean } {
  if (kind === 'announce') {
    const decision = decideAnnouncement(leaving, now);
    return { leaving: decision.accepted ? { announcedAt: now, dueAt: decision.dueAt } : leaving, gone: false };
  }
  if (kind === 'withdraw') return { leaving: decideWithdrawal(leaving, now).accepted ? null : leaving, gone: false };
  const gone = leavingStage(leaving, now) === 'due';
  return { leaving: gone ? null : leaving, gone };
}

test('whatever is done in whatever order, nothing is deleted before thirty whole days in which it was not withdrawn', () => {
  fc.assert(
    fc.property(acts, (all) => {
      let leaving: Leaving | null = null;
      let now = at('2026-11-21T03:00:00Z').getTime();
      let since = Number.POSITIVE_INFINITY;
      for (const { kind, afterMs } of all) {
        now += afterMs;
        const before: Leaving | null = leaving;
        const after = done(before, kind, new Date(now));
        leaving = after.leaving;
        if (!before && leaving) since = now;
        if (after.gone) expect(now - since).toBeGreaterThanOrEqual(leavingDays * dayMs);
        if (!leaving) since = Number.POSITIVE_INFINITY;
      }
    }),
  );
});
