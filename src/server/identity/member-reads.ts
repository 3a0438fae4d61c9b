import type { z } from 'zod';
import type { invitationSchema, memberSchema } from '#core/identity/contract.ts';
import type { FacilityRole } from '#core/identity/role.ts';
import type { FacilityContext } from '../platform/http/context.ts';

export async function listMembers({ tx, facilityId }: FacilityContext): Promise<z.infer<typeof memberSchema>[]> {
  const rows = await tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.id as personId', 'person.name', 'member.roles'])
    .where('member.facility_id', '=', facilityId)
    .orderBy('person.name')
    .execute();
  return rows.map((row) => ({ ...row, roles: row.roles as FacilityRole[] }));
}

function stateOf(row: { accepted_at: Date | null; withdrawn_at: Date | null; expires_at: Date }, now: Date) {
  if (row.accepted_at) return 'accepted';
  if (row.withdrawn_at) return 'withdrawn';
  return row.expires_at <= now ? 'expired' : 'waiting';
}

export async function listInvitations({
  tx,
  facilityId,
  now,
}: FacilityContext): Promise<z.infer<typeof invitationSchema>[]> {
  const rows = await tx
    .selectFrom('invitation')
    .select(['id', 'name', 'roles', 'expires_at', 'accepted_at', 'withdrawn_at'])
    .where('facility_id', '=', facilityId)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    roles: row.roles as FacilityRole[],
    expiresAt: row.expires_at,
    state: stateOf(row, now),
  }));
}
