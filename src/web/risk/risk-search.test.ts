import { expect, it } from 'vitest';
import { isNarrowed, riskSearch } from './risk-search.ts';

it('an address says which risks are looked at, and what it says wrongly is left out', () => {
  expect(
    riskSearch({ basis: 'after', state: 'lapsed', band: 'urgent', likelihood: 3, impact: 5, review: 'waiting' }),
  ).toEqual({
    basis: 'after',
    state: 'lapsed',
    band: 'urgent',
    likelihood: 3,
    impact: 5,
    review: 'waiting',
  });
  expect(riskSearch({ basis: 'x', state: 'x', band: 'x', likelihood: 9, impact: 2, review: 'x' })).toEqual({});
  expect(riskSearch({ likelihood: 2 })).toEqual({});
  expect(isNarrowed({ basis: 'after' })).toBe(false);
  expect(isNarrowed({ state: 'closed' })).toBe(true);
});
