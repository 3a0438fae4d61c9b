import { inOrder, organisationRolesInOrder } from '../member-roles.ts';
import { type FacilityRole, facilityRoles, type OrganisationRole, organisationRoles } from '../role.ts';

/** Roles a group of a provider may give at a facility; who administers one is chosen there, by a person. */
export const ssoFacilityRoles = facilityRoles.filter((role) => role !== 'facility-administrator');

/** The same in the organisation itself. */
export const ssoOrganisationRoles = organisationRoles.filter((role) => role !== 'organisation-administrator');

/** What one group gives: at a facility, or in the organisation itself where `facilityId` is null. */
export type GroupRule = {
  readonly group: string;
  readonly facilityId: string | null;
  readonly roles: readonly (FacilityRole | OrganisationRole)[];
};

export type GivenRoles = {
  readonly facilities: ReadonlyMap<string, readonly FacilityRole[]>;
  readonly organisation: readonly OrganisationRole[];
};

/**
 * The roles a person has by the groups the provider says: of all rules whose group is among them, together. Groups are
 * compared letter by letter. Never gives an administrator's role, whatever a rule says.
 */
export function rolesFromGroups(groups: readonly string[], rules: readonly GroupRule[]): GivenRoles {
  const matching = rules.filter(({ group }) => groups.includes(group));
  const given = (facilityId: string | null) =>
    matching.filter((rule) => rule.facilityId === facilityId).flatMap(({ roles }) => roles);
  const places = new Set(matching.flatMap(({ facilityId }) => facilityId ?? []));
  const at = (facilityId: string) => inOrder(ssoFacilityRoles.filter((role) => given(facilityId).includes(role)));
  return {
    facilities: new Map([...places].map((id) => [id, at(id)] as const).filter(([, roles]) => roles.length > 0)),
    organisation: ssoOrganisationRoles.filter((role) => given(null).includes(role)),
  };
}

export type RuleDecision =
  | { readonly accepted: true; readonly roles: GroupRule['roles'] }
  | { readonly accepted: false; readonly reason: 'sso/facility-not-open' | 'sso/roles-not-here' };

/** Whether a rule may stand: at a facility that opened itself to the provider, and with roles of that place only. */
export function decideRule(rule: GroupRule, opened: ReadonlySet<string>): RuleDecision {
  const { facilityId, roles } = rule;
  if (facilityId !== null && !opened.has(facilityId)) return { accepted: false, reason: 'sso/facility-not-open' };
  const choices: readonly string[] = facilityId === null ? ssoOrganisationRoles : ssoFacilityRoles;
  if (!roles.every((role) => choices.includes(role))) return { accepted: false, reason: 'sso/roles-not-here' };
  return {
    accepted: true,
    roles:
      facilityId === null ? organisationRolesInOrder(roles) : ssoFacilityRoles.filter((role) => roles.includes(role)),
  };
}
