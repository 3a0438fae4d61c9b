import { expect, test } from 'vitest';
import { broughtBefore } from './measure-effect.ts';

test('a measure goes on from where those that have to stand first bring an item', () => {
  const cause = { item: 'S8', from: 0, to: 3 };
  const first = [{ raises: [{ item: 'S8', to: 1 as const }] }];
  expect(broughtBefore(cause, first)).toBe(1);
  expect(broughtBefore({ ...cause, from: 1 }, first)).toBeUndefined();
  expect(broughtBefore({ ...cause, to: 1 }, first)).toBeUndefined();
  expect(broughtBefore({ ...cause, item: 'S9' }, first)).toBeUndefined();
  expect(broughtBefore(cause, [])).toBeUndefined();
});
