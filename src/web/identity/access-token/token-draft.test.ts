import { expect, it } from 'vitest';
import { daysOf, emptyDraft, missingIn } from './token-draft.ts';

it.each([
  ['90', 90],
  ['３０日', 30],
  [' 365 ', 365],
  ['366', undefined],
  ['0', undefined],
  ['1.5', undefined],
  ['', undefined],
  ['長く', undefined],
])('days are read as people write them: %s', (text, days) => {
  expect(daysOf(text)).toBe(days);
});

it('says what is missing at each field', () => {
  expect(Object.keys(missingIn(emptyDraft))).toEqual(['name', 'scopes']);
  expect(missingIn({ name: '連携', scopes: ['sheet.read'], days: '九十' })).toHaveProperty('days');
  expect(missingIn({ name: '連携', scopes: ['sheet.read'], days: '90' })).toEqual({});
});
