import type { JSONColumnType } from 'kysely';

/** What ties an organisation to its identity provider, and people to what the provider calls them. */
export type SsoTables = {
  sso_connection: {
    id: string;
    organisation_id: string;
    name: string;
    issuer: string;
    client_id: string;
    client_secret: Buffer;
    domains: string[];
    groups_claim: string;
    trusts_second_factor: boolean;
    metadata: JSONColumnType<object>;
    made_at: Date;
    ended_at: Date | null;
  };
  sso_group: { id: string; organisation_id: string; facility_id: string | null; group_value: string; roles: string[] };
  sso_identity: { issuer: string; subject: string; person_id: string; linked_at: Date };
  sso_attempt: {
    state_hash: Buffer;
    browser_hash: Buffer;
    connection_id: string;
    purpose: 'sign-in' | 'link' | 'step-up';
    nonce: string;
    verifier: string;
    person_id: string | null;
    session_hash: Buffer | null;
    begun_at: Date;
    expires_at: Date;
  };
};
