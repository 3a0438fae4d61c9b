import { expect, test } from 'vitest';
import type { HostileCall } from './call.ts';
import { growth } from './memory.ts';
import { reached } from './reach.ts';

const call: HostileCall = { method: 'GET', path: '/', headers: {}, mayMiss: false };
const refusal = (status: number, code: string) => ({
  status,
  text: JSON.stringify({ defined: true, code, status }),
  headers: {},
});

test.each([
  ['what went through', call, { status: 200, text: '{}', headers: {} }, true],
  ['what is refused for its input', call, refusal(400, 'input-not-valid'), true],
  ['what is refused in the own words of the endpoint', call, refusal(409, 'support/not-open'), true],
  ['a row that is not there', call, refusal(404, 'not-found'), true],
  ['another place', { ...call, mayMiss: true }, refusal(404, 'not-found'), false],
  ['a dangerous act without proof', call, refusal(403, 'step-up-required'), false],
  ['who is not signed in', call, refusal(401, 'sign-in-required'), false],
  ['one call too many', call, refusal(429, 'too-many'), false],
  ['what the HTTP parser does not take', call, { status: 400, text: '', headers: {} }, false],
  ['a head that is too long', call, { status: 431, text: '', headers: {} }, false],
])('%s', (_, asked, reply, expected) => {
  expect(reached({ call: asked, reply })).toBe(expected);
});

test('memory that grows by every round is seen, caches that fill and a late release are not', () => {
  expect(growth([100, 110, 120, 130, 140, 150])).toBe(20);
  expect(growth([100, 180, 200, 201, 290, 202])).toBe(2);
});
