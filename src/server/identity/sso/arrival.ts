import type { ReadClaims } from '#core/identity/sso/claims.ts';
import type { AttemptRow } from './attempt-repository.ts';
import type { ConnectionRow } from './connection-repository.ts';

/** Somebody the provider has vouched for, on one way there and back. */
export type Arrival = {
  readonly attempt: AttemptRow;
  readonly connection: ConnectionRow;
  readonly subject: string;
  readonly idToken: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly read: Extract<ReadClaims, { readonly accepted: true }>;
};
