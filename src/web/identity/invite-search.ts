import { type FacilityRole, facilityRoles } from '#core/identity/role.ts';

export type InviteSearch = { readonly name?: string; readonly role?: FacilityRole };

/** Whom the address proposes to invite. */
export function inviteSearch({ name, role }: Record<string, unknown>): InviteSearch {
  const known = facilityRoles.find((candidate) => candidate === role);
  return {
    ...(typeof name === 'string' && name !== '' && { name: name.slice(0, 100) }),
    ...(known && { role: known }),
  };
}
