import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideReset, type Held, leftByReset, maySendOwnLink, showsLink } from './reset.ts';
import { type FacilityRole, facilityRoles } from './role.ts';

const member = (personId: string, ...memberships: readonly (readonly [string, FacilityRole])[]): Held => ({
  personId,
  systemRoles: [],
  memberships: memberships.map(([facilityId, role]) => ({ facilityId, roles: [role] })),
  above: false,
  byProvider: false,
});
const system = (held: Held): Held => ({ ...held, systemRoles: ['system-administrator'] });

const here = member('administrator', ['here', 'facility-administrator']);
const above = system(member('system'));
const planner = member('planner', ['here', 'planner']);
const supporter = { ...member('supporter', ['here', 'planner']), above: true };
const traveller = member('traveller', ['here', 'planner'], ['there', 'staff']);
const directed = { ...planner, byProvider: true };
const colleague = member('colleague', ['here', 'facility-administrator']);

it.each([
  ['a facility administrator resets a member', 'here', here, planner, true],
  ['a facility administrator resets another one', 'here', here, colleague, true],
  ['nobody resets themselves', 'here', here, here, 'identity/reset-own'],
  ['nobody resets a person of another facility too', 'here', here, traveller, 'identity/reset-elsewhere'],
  ['no facility resets a person of an organisation above', 'here', here, supporter, 'identity/reset-elsewhere'],
  ['the system administrator resets a person of an organisation', null, above, supporter, true],
  ['nobody resets a system administrator', 'here', here, system(planner), 'identity/reset-system-role'],
  ['nobody gives a password to whom a provider vouches for', 'here', here, directed, 'identity/reset-by-provider'],
  ['a stranger is not found', 'here', here, member('x', ['there', 'planner']), 'not-found'],
  ['a planner resets nobody', 'here', planner, colleague, 'not-allowed'],
  [
    'an administrator of elsewhere resets nobody here',
    'here',
    member('y', ['there', 'facility-administrator']),
    planner,
    'not-allowed',
  ],
  ['the system administrator resets a facility administrator', null, above, here, true],
  ['the system administrator resets a person of two facilities', null, above, traveller, true],
  ['the system administrator leaves members to their facility', null, above, planner, 'identity/reset-by-facility'],
  ['the system administrator resets no system administrator', null, above, system(here), 'identity/reset-system-role'],
  ['a facility administrator resets nobody above the facilities', null, here, colleague, 'not-allowed'],
  ['a link somebody asked for by mail opens for its person', null, null, planner, true],
  ['even for a system administrator', null, null, above, true],
] as const)('%s', (_, facilityId, issuer, person, expected) => {
  const decision = decideReset({ facilityId, issuer, person });
  expect(decision.accepted || decision.reason).toBe(expected);
});

it('a facility administrator never takes over anybody who holds anything elsewhere', () => {
  const roles = fc.subarray([...facilityRoles], { minLength: 1 });
  const memberships = fc.uniqueArray(fc.record({ facilityId: fc.constantFrom('here', 'b', 'c'), roles }), {
    selector: ({ facilityId }) => facilityId,
  });
  const person = fc.record({
    personId: fc.constant('person'),
    systemRoles: fc.subarray(['system-administrator' as const]),
    memberships,
    above: fc.boolean(),
    byProvider: fc.boolean(),
  });
  fc.assert(
    fc.property(person, (held) => {
      const only = held.memberships.length === 1 && held.memberships[0]?.facilityId === 'here';
      const decision = decideReset({ facilityId: 'here', issuer: here, person: held });
      expect(decision.accepted).toBe(only && held.systemRoles.length === 0 && !held.above && !held.byProvider);
    }),
  );
});

it.each([
  ['whoever has a password', planner, true, true],
  ['nobody without one', planner, false, false],
  ['nobody for whom a provider vouches', directed, false, false],
] as const)('a link asked for at the sign-in page goes to %s', (_, person, password, sent) => {
  expect(maySendOwnLink(person, password)).toBe(sent);
});

it('a reset leaves second factors as they are, but no passkey made where there was no password', () => {
  expect(leftByReset(['authenticator', 'passkey'], true)).toEqual(['authenticator', 'passkey']);
  expect(leftByReset(['authenticator', 'passkey'], false)).toEqual(['authenticator']);
  expect(leftByReset(['passkey'], false)).toEqual([]);
});

it.each([
  [['authenticator'], true, true],
  [[], true, false],
  [[], false, true],
] as const)('with the second factors %j, and letters: %s, the system administrator sees the link: %s', (...of) => {
  const [left, canMail, seen] = of;
  expect(showsLink(left, canMail)).toBe(seen);
});
