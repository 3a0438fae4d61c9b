import { type FacilityRole, facilityRoles } from './role.ts';

/** Each role once, in the order of `facilityRoles`: how roles are stored, logged and shown. */
export function inOrder(roles: readonly FacilityRole[]): FacilityRole[] {
  return facilityRoles.filter((role) => roles.includes(role));
}

export type RolesDecision =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly reason: 'identity/last-administrator' };

type Holder = { readonly personId: string; readonly roles: readonly FacilityRole[] };

/** Whether a member may be given these roles: a facility keeps at least one administrator. */
export function decideRoles(members: readonly Holder[], change: Holder): RolesDecision {
  const after = [...members.filter(({ personId }) => personId !== change.personId), change];
  if (after.some(({ roles }) => roles.includes('facility-administrator'))) return { accepted: true };
  return { accepted: false, reason: 'identity/last-administrator' };
}
