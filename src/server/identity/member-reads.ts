import type { z } from 'zod';
import type { invitationSchema, memberSchema } from '#core/identity/contract.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { findInvitations, findMembers } from './membership-repository.ts';

export const listMembers = ({ tx, facilityId }: FacilityContext): Promise<z.infer<typeof memberSchema>[]> =>
  findMembers(tx, facilityId);

/** How an invitation stands at a moment. */
export function invitationState(
  row: { accepted_at: Date | null; withdrawn_at: Date | null; expires_at: Date },
  now: Date,
): z.infer<typeof invitationSchema>['state'] {
  if (row.accepted_at) return 'accepted';
  if (row.withdrawn_at) return 'withdrawn';
  return row.expires_at <= now ? 'expired' : 'waiting';
}

/** What became of the letter with an invitation; null where none was asked for. */
export function mailOf({
  mailState,
  mailTries,
}: {
  mailState: string | null;
  mailTries: number | null;
}): z.infer<typeof invitationSchema>['mail'] {
  if (mailState === null) return null;
  if (mailState === 'sent') return 'sent';
  if (mailState !== 'waiting') return 'failed';
  return (mailTries ?? 0) > 1 ? 'retrying' : 'sending';
}

export async function listInvitations({
  tx,
  facilityId,
  now,
}: FacilityContext): Promise<z.infer<typeof invitationSchema>[]> {
  const rows = await findInvitations(tx, facilityId);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    roles: row.roles,
    expiresAt: row.expires_at,
    state: invitationState(row, now),
    mail: mailOf(row),
  }));
}
