import { expect, test } from 'vitest';
import { decideResetRequest, mostResetRequests } from './reset-request.ts';

test.each([
  [0, 0, 'take'],
  [2, 29, 'take'],
  [3, 29, 'ignore'],
  [0, 30, 'too-many'],
  [3, 30, 'too-many'],
] as const)('after %i for the account and %i from the place: %s', (forAccount, fromPlace, decision) => {
  expect(decideResetRequest({ forAccount, fromPlace, mostFromPlace: mostResetRequests })).toBe(decision);
});
