import { expect, test } from 'vitest';
import { remarkFaults, remarkWordsSchema } from './remark.ts';

const scope = { clauses: ['GOV7-1-04'], systems: ['電子カルテ'] };

test.each([
  ['GOV7-1-04', '', []],
  [null, '電子カルテ', []],
  ['GOV7-3-11', '', ['clauseId out-of-scope']],
  [null, '検査システム', ['system out-of-scope']],
  [null, '', ['clauseId one-place']],
  ['GOV7-1-04', '電子カルテ', ['clauseId one-place']],
])('a remark at clause %s and system 「%s」 lacks %j', (clauseId, system, faults) => {
  expect(remarkFaults({ clauseId, system }, scope).map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
});

test('that all is well is no remark, nor is one without words', () => {
  const said = { conclusion: 'major', statement: '決裁の記録がない' };
  expect(remarkWordsSchema.safeParse(said).success).toBe(true);
  for (const wrong of [
    { conclusion: 'conformity' },
    { conclusion: null },
    { statement: ' ' },
    { statement: 'あ'.repeat(2_001) },
  ])
    expect(remarkWordsSchema.safeParse({ ...said, ...wrong }).success).toBe(false);
});
