import type { FacilityRole, Role } from '#core/identity/role.ts';
import type { Act } from '#core/kernel/act.ts';
import type { Due, DueKind } from '#core/kernel/due.ts';
import type { FacilityContext } from '../http/context.ts';

/** Those who plan the security of a facility: who sees to what nobody has. */
export const whoPlans = ['planner', 'safety-manager', 'facility-administrator'] as const satisfies FacilityRole[];

/** Where something due is read: a facility, and the moment. */
export type DuePlace = Pick<FacilityContext, 'tx' | 'facilityId' | 'now'>;

/** What a capability tells of what it has that is due. */
export type DueSource = {
  readonly kind: DueKind;
  /** Whether somebody with these roles may read it. */
  readonly mayRead: (roles: readonly Role[]) => boolean;
  /** Who is reminded where it is nobody's, or whoever had it is gone: those who hold the first of these roles that anybody holds. */
  readonly toldTo: readonly FacilityRole[];
  /** The act recorded once the day has passed, by which receivers elsewhere are told. */
  readonly overdue?: Act | undefined;
  /** What is still to be done by a day or before, but not before another, earliest first; `most` of it, of one person alone where one is named. */
  readonly list: (place: DuePlace, asked: Listed) => Promise<readonly Due[]>;
  /** One of them, as long as it is still to be done. */
  readonly find: (place: DuePlace, id: string) => Promise<Due | undefined>;
};
export type Listed = {
  readonly from?: string;
  readonly until: string;
  readonly most: number;
  readonly ownerId?: string;
};
