import { describe, expect, it } from 'vitest';
import { madeSheet } from '#web/sheet/testing/made-up.ts';
import { leftItems } from './left-items.ts';

describe('leftItems', () => {
  it('names what is unanswered and what is not confirmed, in the order of the sheet', () => {
    const states = new Map([
      ['A1', { answered: true, toConfirm: true }],
      ['A2', { answered: true, toConfirm: false }],
    ]);
    const left = leftItems(madeSheet, (id) => states.get(id) ?? { answered: false, toConfirm: false });
    expect(left.map(({ id, reason }) => [id, reason])).toEqual([
      ['A1', 'to-confirm'],
      ['B1', 'unanswered'],
    ]);
  });

  it('names what has no day yet where one is asked for', () => {
    const states = { answered: true, toConfirm: false };
    const left = leftItems(madeSheet, (id) => ({ ...states, undated: id === 'B1' }));
    expect(left.map(({ id, reason }) => [id, reason])).toEqual([['B1', 'days-missing']]);
  });

  it('is empty where everything is answered and confirmed', () => {
    expect(leftItems(madeSheet, () => ({ answered: true, toConfirm: false }))).toEqual([]);
  });
});
