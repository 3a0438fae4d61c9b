import { randomUUID } from 'node:crypto';
import type { FacilityRole } from '#core/identity/role.ts';
import { newToken } from './secret-token.ts';

const lifetimeMs = 7 * 24 * 60 * 60 * 1000;

/** A new invitation row and the link that opens it; the link's secret is not stored. */
export function newInvitation(of: {
  readonly facilityId: string;
  readonly name: string;
  readonly roles: readonly FacilityRole[];
  readonly invitedBy: string;
  readonly now: Date;
}) {
  const { token, hash } = newToken();
  const expiresAt = new Date(of.now.getTime() + lifetimeMs);
  return {
    row: {
      facility_id: of.facilityId,
      id: randomUUID(),
      token_hash: hash,
      name: of.name,
      roles: [...of.roles],
      invited_by: of.invitedBy,
      expires_at: expiresAt,
      accepted_at: null,
      withdrawn_at: null,
    },
    link: { path: `/invitation#${token}`, expiresAt },
  };
}
