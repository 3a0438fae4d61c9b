import {
  type FacilityRole,
  facilityRoles,
  heldRoles,
  type OrganisationRole,
  organisationRoles,
  type Role,
} from './role.ts';

const among = <R extends Role>(all: readonly R[], roles: readonly Role[]): R[] =>
  all.filter((role) => roles.includes(role));

/** Each role once, in the order of `facilityRoles`: how roles are stored, logged and shown. */
export const inOrder = (roles: readonly FacilityRole[]): FacilityRole[] => among(facilityRoles, roles);

/** The same of what is held in a facility, by its own people or by a supporter. */
export const heldInOrder = (roles: readonly Role[]) => among(heldRoles, roles);

/** The same of the roles in an organisation above the facilities. */
export const organisationRolesInOrder = (roles: readonly Role[]): OrganisationRole[] => among(organisationRoles, roles);

export type MembersDecision =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly reason: 'identity/last-administrator' };

type Holder = { readonly personId: string; readonly roles: readonly Role[] };
const administering: readonly Role[] = ['facility-administrator', 'organisation-administrator'];

const without = (members: readonly Holder[], personId: string) => members.filter((each) => each.personId !== personId);

function decide(after: readonly Holder[]): MembersDecision {
  if (after.some(({ roles }) => roles.some((role) => administering.includes(role)))) return { accepted: true };
  return { accepted: false, reason: 'identity/last-administrator' };
}

/** Whether a member may be given these roles: a facility, or an organisation above, keeps at least one administrator. */
export function decideRoles(members: readonly Holder[], change: Holder): MembersDecision {
  return decide([...without(members, change.personId), change]);
}

/** Whether a member may be taken out: a facility, or an organisation above, keeps at least one administrator. */
export function decideRemoval(members: readonly Holder[], personId: string): MembersDecision {
  return decide(without(members, personId));
}
