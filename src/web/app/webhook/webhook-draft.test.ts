import { expect, it } from 'vitest';
import { draftOf, missingIn } from './webhook-draft.ts';

it('says at each field what is missing', () => {
  expect(Object.keys(missingIn(draftOf(undefined)))).toEqual(['title', 'address', 'events']);
  const full = { title: '台帳', address: 'https://hooks.example.jp/', events: ['run.submitted'] as const };
  expect(missingIn(full)).toEqual({});
  expect(Object.keys(missingIn({ ...full, address: 'hooks.example.jp' }))).toEqual(['address']);
});
