import { type FacilityRole, facilityRoles } from './role.ts';

/** Each role once, in the order of `facilityRoles`: how roles are stored, logged and shown. */
export function inOrder(roles: readonly FacilityRole[]): FacilityRole[] {
  return facilityRoles.filter((role) => roles.includes(role));
}

export type MembersDecision =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly reason: 'identity/last-administrator' };

type Holder = { readonly personId: string; readonly roles: readonly FacilityRole[] };

const without = (members: readonly Holder[], personId: string) => members.filter((each) => each.personId !== personId);

function decide(after: readonly Holder[]): MembersDecision {
  if (after.some(({ roles }) => roles.includes('facility-administrator'))) return { accepted: true };
  return { accepted: false, reason: 'identity/last-administrator' };
}

/** Whether a member may be given these roles: a facility keeps at least one administrator. */
export function decideRoles(members: readonly Holder[], change: Holder): MembersDecision {
  return decide([...without(members, change.personId), change]);
}

/** Whether a member may be taken out of the facility: it keeps at least one administrator. */
export function decideRemoval(members: readonly Holder[], personId: string): MembersDecision {
  return decide(without(members, personId));
}
