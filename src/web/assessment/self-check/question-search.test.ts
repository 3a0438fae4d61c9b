import { expect, it } from 'vitest';
import { questionSearch } from './question-search.ts';

it('keeps a way of showing it knows and drops anything else', () => {
  expect(questionSearch({ view: 'one', item: 'S1', other: '1' })).toEqual({ view: 'one', item: 'S1' });
  expect(questionSearch({ view: 'sideways', item: 7 })).toEqual({});
});
