import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityContract } from './contract.ts';
import { decideRemoval, decideRoles, inOrder } from './member-roles.ts';
import { facilityRoles } from './role.ts';

describe('inOrder', () => {
  it('keeps each role once, in the order of the table', () => {
    expect(inOrder(['staff', 'planner', 'staff', 'executive'])).toEqual(['executive', 'planner', 'staff']);
  });

  it('loses none and adds none', () => {
    const roles = fc.array(fc.constantFrom(...facilityRoles));
    fc.assert(
      fc.property(roles, (given) => {
        expect(new Set(inOrder(given))).toEqual(new Set(given));
      }),
    );
  });
});

describe('roles of an invitation', () => {
  const schema = identityContract.invite['~orpc'].inputSchema;
  const facilityId = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const parsed = (roles: readonly string[]) => schema?.safeParse({ facilityId, name: '佐藤', roles });

  it('come out once each and in order', () => {
    expect(parsed(['staff', 'planner', 'staff'])?.data?.roles).toEqual(['planner', 'staff']);
  });

  it('are refused where there are more than exist', () => {
    expect(parsed(Array(facilityRoles.length + 1).fill('staff'))?.success).toBe(false);
    expect(parsed(facilityRoles)?.success).toBe(true);
  });
});

describe('decideRoles', () => {
  const members = [
    { personId: 'a', roles: ['facility-administrator', 'planner'] },
    { personId: 'b', roles: ['staff'] },
  ] as const;

  it('refuses to take the role from the last administrator', () => {
    const change = { personId: 'a', roles: ['planner'] } as const;
    expect(decideRoles(members, change)).toEqual({ accepted: false, reason: 'identity/last-administrator' });
  });

  it('accepts it where another administers, and every other change', () => {
    const both = [...members, { personId: 'c', roles: ['facility-administrator'] } as const];
    expect(decideRoles(both, { personId: 'a', roles: ['planner'] })).toEqual({ accepted: true });
    expect(decideRoles(members, { personId: 'b', roles: ['operator'] })).toEqual({ accepted: true });
    expect(decideRoles(members, { personId: 'a', roles: ['facility-administrator'] })).toEqual({ accepted: true });
  });
});

describe('decideRemoval', () => {
  const administrator = { personId: 'a', roles: ['facility-administrator'] } as const;
  const staff = { personId: 'b', roles: ['staff'] } as const;
  const another = { personId: 'c', roles: ['planner', 'facility-administrator'] } as const;

  it('keeps the last administrator, whoever else is there', () => {
    const refused = { accepted: false, reason: 'identity/last-administrator' };
    expect(decideRemoval([administrator, staff], 'a')).toEqual(refused);
    expect(decideRemoval([administrator], 'a')).toEqual(refused);
  });

  it('lets everybody else go, and an administrator beside another', () => {
    expect(decideRemoval([administrator, staff], 'b')).toEqual({ accepted: true });
    expect(decideRemoval([administrator, another], 'a')).toEqual({ accepted: true });
  });
});
