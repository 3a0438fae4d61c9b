import { randomUUID } from 'node:crypto';
import type { Role } from '#core/identity/role.ts';
import { newToken } from './secret-token.ts';

const lifetimeMs = 7 * 24 * 60 * 60 * 1000;

type NewInvitation = {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly invitedBy: string;
  readonly now: Date;
};

/** A new invitation into a facility and the link that opens it; the link's secret is not stored. */
export function newInvitation({ facilityId, ...of }: NewInvitation & { readonly facilityId: string }) {
  const { row, link } = newLink(of);
  return { row: { facility_id: facilityId, ...row }, link };
}

/** The same into an organisation above the facilities. */
export function newOrganisationInvitation({
  organisationId,
  ...of
}: NewInvitation & { readonly organisationId: string }) {
  const { row, link } = newLink(of);
  return { row: { organisation_id: organisationId, ...row }, link };
}

function newLink(of: NewInvitation) {
  const { token, hash } = newToken();
  const expiresAt = new Date(of.now.getTime() + lifetimeMs);
  return {
    row: {
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
