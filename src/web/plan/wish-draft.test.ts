import { expect, test } from 'vitest';
import type { PlanWishInput } from '#core/plan/wish.ts';
import { draftOf, emptyWish, type WishDraft, wishOf } from './wish-draft.ts';

const titleOf = (id: string) => `対策${id}`;
const read = (draft: WishDraft) => wishOf(draft, titleOf);

test.each([
  ['500000', 500_000],
  ['500,000円', 500_000],
  ['５０万', 500_000],
  ['50万円', 500_000],
  ['1.5万', 15_000],
  ['0', 0],
])('a budget of %s is %i yen', (budget, yen) => {
  expect(read({ ...emptyWish(2026), budget, personDays: '４０人日' })).toMatchObject({
    wish: { budget: yen, personDays: 40, goal: 'weakest', excluded: [] },
  });
});

test.each(['', '-1', '五十万', '1.5', '1e6', '50万千'])(
  'a budget of 「%s」 is told to be no number of yen',
  (budget) => {
    expect(read({ ...emptyWish(2026), budget, personDays: '40' })).toEqual({
      faults: { budget: expect.stringContaining('円の数字') },
    });
  },
);

test('person-days are whole or tenths, and everything wrong is told at once', () => {
  expect(read({ ...emptyWish(2026), budget: '0', personDays: '0.5' })).toMatchObject({ wish: { personDays: 0.5 } });
  expect(read({ ...emptyWish(2026), personDays: '0.55' })).toEqual({
    faults: { budget: expect.any(String), personDays: expect.stringContaining('例：40、0.5') },
  });
});

test('days of a role are those typed, none where nothing is, and told where they are no number', () => {
  const typed = { ...emptyWish(2026), budget: '0', personDays: '9' };
  const role = (days: readonly [string, string, string, string]) => ({ ...typed, roles: [{ role: '院長', days }] });
  expect(read(role(['', '１', '0.5人日', '']))).toMatchObject({
    wish: { roles: [{ role: '院長', days: [0, 1, 0.5, 0] }] },
  });
  expect(read(role(['', 'すこし', '', '']))).toEqual({
    faults: { 'role 院長 1': expect.stringContaining('空のまま') },
  });
});

test('a measure is either begun or not possible', () => {
  const typed = { ...emptyWish(2026), budget: '0', personDays: '9', begun: ['M01-1'], excluded: ['M01-1'] };
  expect(read(typed)).toEqual({
    faults: { begun: '「対策M01-1」を、できない対策にも選んでいます。どちらかを外してください。' },
  });
});

test('reads a kept wish again as it was asked', () => {
  const wish: PlanWishInput = {
    budget: 500_000,
    personDays: 12.5,
    goal: 'level2',
    fiscalYear: 2026,
    excluded: ['M02-1'],
    begun: ['M01-1'],
    roles: [{ role: '院長', days: [0, 1, 0.5, 2] }],
  };
  expect(draftOf(wish)).toMatchObject({ budget: '500,000', roles: [{ days: ['', '1', '0.5', '2'] }] });
  expect(wishOf(draftOf(wish), String)).toEqual({ wish });
});
