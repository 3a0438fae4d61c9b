import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facilityRoles, needsSecondFactor } from './role.ts';
import { decideEnrolment, decideSecondFactorRemoval, secondFactors } from './second-factor.ts';

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
