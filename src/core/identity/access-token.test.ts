import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Access } from '../kernel/contract.ts';
import {
  accessTokensAtMost,
  decideAccessToken,
  isOpenToTokens,
  opensByToken,
  scopes,
  scopesFor,
  scopeTitle,
} from './access-token.ts';
import { facilityRoles, may, type Permission, permissions } from './role.ts';

const all = Object.keys(permissions) as Permission[];
const ofFacility = (permission: Permission): Access => ({ kind: 'facility', permission });

describe('what an access token opens', () => {
  it.each<Permission>(['member.invite', 'sheet.reopen', 'token.create', 'token.manage', 'register.import'])(
    'is never %s, whatever stands in its scopes',
    (permission) => {
      expect(isOpenToTokens(ofFacility(permission))).toBe(false);
      expect(opensByToken(ofFacility(permission), all)).toBe(false);
    },
  );

  it.each<Access>([
    { kind: 'public' },
    { kind: 'person' },
    { kind: 'person', beforeSecondFactor: true },
    { kind: 'system', permission: 'facility.read' },
  ])('is never an endpoint of another kind: %j', (access) => {
    expect([isOpenToTokens(access), opensByToken(access, all)]).toEqual([false, false]);
  });

  it.each(scopes)('is never a dangerous act, for which the person has to be there: %s', (permission) => {
    const access = { kind: 'facility', permission, stepUp: true } as const;
    expect([isOpenToTokens(access), opensByToken(access, all)]).toEqual([false, false]);
  });

  it('is what its scopes name and nothing else', () => {
    fc.assert(
      fc.property(fc.subarray([...scopes]), fc.constantFrom(...all), (held, permission) => {
        return opensByToken(ofFacility(permission), held) === held.some((scope) => scope === permission);
      }),
    );
  });
});

describe('decideAccessToken', () => {
  it('takes any scopes the roles carry, and no other', () => {
    fc.assert(
      fc.property(fc.subarray([...facilityRoles]), fc.subarray([...scopes]), (roles, wanted) => {
        const { accepted } = decideAccessToken({ roles, scopes: wanted, usable: 0 });
        return accepted === wanted.every((scope) => may(roles, scope));
      }),
    );
  });

  it('refuses one more than a person may have', () => {
    const wanted = { roles: ['planner'], scopes: ['sheet.read'] } as const;
    expect(decideAccessToken({ ...wanted, usable: accessTokensAtMost - 1 })).toEqual({ accepted: true });
    expect(decideAccessToken({ ...wanted, usable: accessTokensAtMost })).toEqual({
      accepted: false,
      reason: 'identity/too-many-access-tokens',
    });
  });
});

describe('scopes', () => {
  it('are offered as far as the roles carry them, in words', () => {
    expect(scopesFor(['planner'])).not.toContain('activity.read');
    expect(scopesFor(['auditor'])).toEqual([
      'facility.read',
      'member.read',
      'sheet.read',
      'sheet.answer',
      'result.read',
      'evidence.read',
      'evidence.write',
      'activity.read',
    ]);
    expect(scopes.map(scopeTitle).filter((title) => !/[ぁ-ん]/.test(title))).toEqual([]);
    expect(scopeTitle('later.scope')).toBe('later.scope');
  });
});
