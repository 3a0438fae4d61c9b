import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlace, searchSteps, writePlace } from './search-place.ts';
import { searchWords } from './search-words.ts';

test.each([
  ['０１０１１２４８９', '010112489'],
  ['01-0112489', '010112489'],
  ['0112489', '0112489'],
  ['0110112489', '010112489'],
  ['平松', null],
  ['第1', null],
  ['12345678901', null],
])('「%s」 asks for the code %s', (typed, code) => {
  expect(searchWords(typed).code).toBe(code);
});

test('digits are looked for in names too', () => {
  expect(searchWords('２１').name).toBe('21');
});

test('a place in a list is read as it was written', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...searchSteps),
      fc.string({ unit: fc.constantFrom(...'.-\n ア𠮷9'), maxLength: 12 }),
      fc.uuid(),
      (step, key, id) => {
        expect(readPlace(writePlace({ step, key, id }))).toEqual({ step, key, id });
      },
    ),
  );
});

test('anything else is no place', () => {
  expect(['', 'start', 'start.x.y', 'end.00000000-0000-4000-8000-000000000000.x'].map(readPlace)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
