import { newToken } from './secret-token.ts';

const handedLifetimeMs = 24 * 60 * 60 * 1000;

/** A new reset link's row and the link itself, whose secret is not stored; it opens once, and for 24 hours unless told. */
export function newResetLink(of: {
  readonly personId: string;
  readonly facilityId: string | null;
  readonly issuedBy: string | null;
  readonly now: Date;
  readonly lifetimeMs?: number;
}) {
  const { token, hash } = newToken();
  const expiresAt = new Date(of.now.getTime() + (of.lifetimeMs ?? handedLifetimeMs));
  return {
    row: {
      token_hash: hash,
      person_id: of.personId,
      facility_id: of.facilityId,
      issued_by: of.issuedBy,
      created_at: of.now,
      expires_at: expiresAt,
    },
    link: { path: `/reset#${token}`, expiresAt },
  };
}
