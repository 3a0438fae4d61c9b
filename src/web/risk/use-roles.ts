import type { Role } from '#core/identity/role.ts';
import { useSession } from '#web/identity/index.ts';

/** The roles the person holds at the facility. */
export const useRoles = (facilityId: string): readonly Role[] =>
  useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
