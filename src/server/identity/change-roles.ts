import type { FacilityRole } from '#core/identity/role.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';

/** Gives a member other roles; the last facility administrator stays one. */
export async function changeRoles(
  context: FacilityContext,
  input: { readonly personId: string; readonly roles: readonly FacilityRole[] },
) {
  const { tx, facilityId } = context;
  const members = await tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['member.person_id', 'member.roles', 'person.name'])
    .where('member.facility_id', '=', facilityId)
    .forUpdate('member')
    .execute();
  const member = members.find(({ person_id }) => person_id === input.personId);
  if (!member) throw notFound();
  const administrators = members.filter(({ person_id, roles }) =>
    (person_id === input.personId ? input.roles : roles).includes('facility-administrator'),
  );
  if (administrators.length === 0) throw refused('identity/last-administrator');
  await recordActivity(context, 'identity.roles-changed', input.personId, { roles: input.roles.join(' ') });
  await tx
    .updateTable('member')
    .set({ roles: [...input.roles] })
    .where('facility_id', '=', facilityId)
    .where('person_id', '=', input.personId)
    .execute();
  return { personId: input.personId, name: member.name, roles: [...input.roles] };
}
