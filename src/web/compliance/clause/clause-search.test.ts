import { expect, it } from 'vitest';
import { clauseSearch } from './clause-search.ts';

it('takes a part and a view from the address, and leaves out what it does not know', () => {
  expect(clauseSearch({ part: 'OPS6', clauses: 'late' })).toEqual({ part: 'OPS6', clauses: 'late' });
  expect(clauseSearch({ part: 6, clauses: 'all', find: 'x' })).toEqual({});
});
