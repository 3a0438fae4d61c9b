import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facilityRoles, organisationRoles } from '../role.ts';
import { decideRule, type GroupRule, rolesFromGroups } from './group-roles.ts';

const rules: readonly GroupRule[] = [
  { group: 'ward', facilityId: 'minato', roles: ['staff'] },
  { group: 'it', facilityId: 'minato', roles: ['operator', 'planner'] },
  { group: 'it', facilityId: 'oka', roles: ['operator'] },
  { group: 'helpers', facilityId: null, roles: ['supporter'] },
];

test.each([
  [[], {}, []],
  [['unknown'], {}, []],
  [['Ward'], {}, []],
  [['ward'], { minato: ['staff'] }, []],
  [['it', 'ward'], { minato: ['planner', 'operator', 'staff'], oka: ['operator'] }, []],
  [['helpers', 'ward'], { minato: ['staff'] }, ['supporter']],
] as const)('the groups %j give %j and in the organisation %j', (groups, facilities, organisation) => {
  const given = rolesFromGroups(groups, rules);
  expect(Object.fromEntries(given.facilities)).toEqual(facilities);
  expect(given.organisation).toEqual(organisation);
});

const group = fc.constantFrom('ward', 'it', 'office');
const anyRule = fc.record({
  group,
  facilityId: fc.constantFrom('minato', 'oka', null),
  roles: fc.subarray([...facilityRoles, ...organisationRoles]),
});
const anyRules = fc.array(anyRule, { maxLength: 8 });
const flat = (groups: readonly string[], of: readonly GroupRule[]) => {
  const { facilities, organisation } = rolesFromGroups(groups, of);
  const there = [...facilities].flatMap(([id, roles]) => roles.map((role) => `${id} ${role}`));
  return [...there, ...organisation].toSorted();
};

describe('whatever the rules say', () => {
  test('nobody becomes an administrator', () => {
    fc.assert(
      fc.property(fc.subarray(['ward', 'it', 'office']), anyRules, (groups, of) => {
        expect(flat(groups, of).join(' ')).not.toContain('administrator');
      }),
    );
  });
  test('several groups give what each gives, together, in any order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(group), anyRules, (groups, of) => {
        const each = groups.flatMap((one) => flat([one], of));
        expect(flat(groups, of)).toEqual([...new Set(each)].toSorted());
        expect(flat(groups.toReversed(), of.toReversed())).toEqual(flat(groups, of));
      }),
    );
  });
  test('who has none of the groups has nothing', () => {
    fc.assert(
      fc.property(anyRules, (of) => {
        expect(flat(['other'], of)).toEqual([]);
      }),
    );
  });
});

test.each([
  [
    { facilityId: 'minato', roles: ['staff', 'planner'] },
    { accepted: true, roles: ['planner', 'staff'] },
  ],
  [
    { facilityId: 'oka', roles: ['staff'] },
    { accepted: false, reason: 'sso/facility-not-open' },
  ],
  [
    { facilityId: 'minato', roles: ['supporter'] },
    { accepted: false, reason: 'sso/roles-not-here' },
  ],
  [
    { facilityId: 'minato', roles: ['facility-administrator'] },
    { accepted: false, reason: 'sso/roles-not-here' },
  ],
  [
    { facilityId: null, roles: ['staff'] },
    { accepted: false, reason: 'sso/roles-not-here' },
  ],
  [
    { facilityId: null, roles: ['vendor-contact', 'supporter'] },
    { accepted: true, roles: ['supporter', 'vendor-contact'] },
  ],
] as const)('the rule %j is decided as %j', (rule, decision) => {
  expect(decideRule({ group: 'ward', ...rule }, new Set(['minato']))).toEqual(decision);
});
