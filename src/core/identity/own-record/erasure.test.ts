import { expect, test } from 'vitest';
import { confirmsErasure, decideErasure, type HeldPlace } from './erasure.ts';

const place = (changed: Partial<HeldPlace>): HeldPlace => ({
  kind: 'facility',
  id: '0b2b6b0e-6f0e-4c39-9d0b-0d6d2a4f6a11',
  name: 'みなと病院',
  administers: true,
  others: 1,
  ...changed,
});

test.each([
  ['who belongs nowhere', [], true],
  ['who administers beside another', [place({})], true],
  ['who is the only one, but no administrator', [place({ administers: false, others: 0 })], true],
  ['the last administrator of a facility', [place({ others: 0 })], false],
  ['the last administrator of one of two', [place({}), place({ kind: 'organisation', others: 0 })], false],
  ['the last system administrator', [place({ kind: 'system', name: '', others: 0 })], false],
])('%s', (_, held, accepted) => expect(decideErasure(held).accepted).toBe(accepted));

test('the refusal names the places that would be without an administrator, and no other', () => {
  const last = place({ name: '丘の上病院', others: 0 });
  expect(decideErasure([place({}), last])).toMatchObject({ places: [last] });
});

test.each([
  ['hanako@example.jp', true],
  ['  Hanako@Example.JP ', true],
  ['hanako@example.j', false],
  ['', false],
])('「%s」', (typed, confirms) => expect(confirmsErasure(typed, 'hanako@example.jp')).toBe(confirms));
