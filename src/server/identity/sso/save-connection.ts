import { randomUUID } from 'node:crypto';
import type { Connection } from '#core/identity/sso-contract.ts';
import { recordOrganisationEvent } from '../../platform/activity/record-event.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { signedIn } from '../signed-in.ts';
import type { SsoParts } from './begin-sso.ts';
import {
  type ConnectionRow,
  endOpened,
  findConnectionOf,
  findOrganisationName,
  insertConnection,
  isDomainTaken,
  lockConnections,
  updateConnection,
} from './connection-repository.ts';
import { endpointsOf, type ProviderMetadata, readProvider } from './provider.ts';

export type ConnectionInput = Omit<Connection, 'madeAt' | 'endpoints'> & {
  readonly organisationId: string;
  readonly clientSecret?: string | undefined;
};

/** A connection as it is shown; never its secret. */
export const shown = (row: Omit<ConnectionRow, 'id' | 'client_secret' | 'ended_at'>): Connection => ({
  name: row.name,
  issuer: row.issuer,
  clientId: row.client_id,
  domains: row.domains,
  groupsClaim: row.groups_claim,
  trustsSecondFactor: row.trusts_second_factor,
  madeAt: row.made_at,
  endpoints: endpointsOf(row.metadata as ProviderMetadata),
});

/** The secret given, or the one kept; that one never goes to another issuer. */
function secretOf(
  { box }: SsoParts,
  given: string | undefined,
  former: ConnectionRow | undefined,
  issuer: string,
): Buffer {
  if (given !== undefined) return box.seal(given);
  if (!former || former.issuer !== issuer) throw refused('sso/secret-needed');
  return former.client_secret;
}

function rowOf(parts: SsoParts, input: ConnectionInput, metadata: ProviderMetadata, former: ConnectionRow | undefined) {
  return {
    name: input.name,
    issuer: metadata.issuer,
    client_id: input.clientId,
    client_secret: secretOf(parts, input.clientSecret, former, metadata.issuer),
    domains: [...new Set(input.domains)],
    groups_claim: input.groupsClaim,
    trusts_second_factor: input.trustsSecondFactor,
    metadata: JSON.stringify(metadata),
  };
}

/** Ties an organisation to its provider, which is asked at once; what another issuer had opened ends. */
export async function saveConnection(
  context: RequestContext,
  parts: SsoParts,
  input: ConnectionInput,
): Promise<Connection> {
  const { db, now } = context;
  const { organisationId } = input;
  const { personId } = signedIn(context);
  if ((await asSystem(db, (tx) => findOrganisationName(tx, organisationId))) === undefined) throw notFound();
  const metadata = await readProvider(input.issuer, parts.address());
  return asSystem(db, async (tx) => {
    await lockConnections(tx);
    if (await isDomainTaken(tx, organisationId, input.domains)) throw refused('sso/domain-taken');
    const former = await findConnectionOf(tx, organisationId);
    const row = rowOf(parts, input, metadata, former);
    await recordOrganisationEvent({ tx, organisationId, personId, now }, 'sso.connection-saved');
    if (former && former.issuer !== row.issuer) await endOpened(tx, organisationId, now);
    if (former) await updateConnection(tx, former.id, row);
    else
      await insertConnection(tx, {
        id: randomUUID(),
        organisation_id: organisationId,
        ...row,
        made_at: now,
        ended_at: null,
      });
    return shown({ ...row, organisation_id: organisationId, metadata, made_at: former?.made_at ?? now });
  });
}
