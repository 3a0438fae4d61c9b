import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facilityRoles, needsSecondFactor } from './role.ts';
import {
  decideEnrolment,
  decideSecondFactorRemoval,
  opensByPasskeyAlone,
  proofsOf,
  secondFactors,
} from './second-factor.ts';

test('a password alone enrols a second factor only where there is none yet', () => {
  expect(decideEnrolment([], { passed: false })).toEqual({ accepted: true });
  expect(decideEnrolment(['passkey'], { passed: true })).toEqual({ accepted: true });
  for (const held of secondFactors) {
    expect(decideEnrolment([held], { passed: false })).toEqual({ accepted: false, reason: 'second-factor-required' });
  }
});

test('whoever needs a second factor keeps one, whatever the roles', () => {
  fc.assert(
    fc.property(fc.subarray([...facilityRoles]), fc.subarray([...secondFactors]), (roles, left) => {
      const { accepted } = decideSecondFactorRemoval(roles, left);
      expect(accepted).toBe(left.length > 0 || !needsSecondFactor(roles));
    }),
  );
});

test('without password and provider the last passkey stays, whatever the roles', () => {
  const nothing = { password: false, sso: false };
  fc.assert(
    fc.property(fc.subarray([...facilityRoles]), fc.subarray([...secondFactors]), (roles, left) => {
      const decision = decideSecondFactorRemoval(roles, left, nothing);
      expect(decision.accepted).toBe(left.includes('passkey'));
    }),
  );
  expect(decideSecondFactorRemoval(['staff'], [], { password: false, sso: true })).toEqual({ accepted: true });
});

test.each([
  [[], { password: true, sso: false }, ['password']],
  [[], { password: true, sso: true }, ['password', 'sso']],
  [[], { password: false, sso: true }, ['sso']],
  [[], { password: false, sso: false }, []],
  [['passkey'], { password: false, sso: true }, ['passkey', 'sso']],
  [['authenticator', 'passkey'], { password: true, sso: false }, ['passkey', 'code']],
] as const)('who holds %j, with the ways in %j, proves to be there by %j', (held, ways, expected) => {
  expect(proofsOf(held, ways)).toEqual(expected);
});

test.each([
  [{ password: true, sso: true }, true],
  [{ password: true, sso: false }, true],
  [{ password: false, sso: true }, false],
  [{ password: false, sso: false }, true],
])('with the ways in %j a passkey opens by itself: %s', (ways, opens) => {
  expect(opensByPasskeyAlone(ways)).toBe(opens);
});
