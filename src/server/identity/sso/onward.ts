import { asSystem } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { providerOf, signedOutOf } from './authorization.ts';
import type { SsoParts } from './begin-sso.ts';
import { findConnection } from './connection-repository.ts';
import { clientOf } from './provider.ts';

type Opened = { readonly sso_connection: string | null; readonly id_token: Buffer | null };

/** Where the browser goes on to after signing out, so that the provider signs out too; null where there is none. */
export async function onwardOf(
  { db }: RequestContext,
  { box, address }: SsoParts,
  opened: Opened,
): Promise<string | null> {
  const id = opened.sso_connection;
  const connection = id === null ? undefined : await asSystem(db, (tx) => findConnection(tx, id));
  if (!connection) return null;
  const provider = providerOf(box, connection);
  if (provider.metadata.end_session_endpoint === undefined) return null;
  const client = await import('openid-client');
  const url = client.buildEndSessionUrl(await clientOf(provider), {
    post_logout_redirect_uri: signedOutOf(address()),
    ...(opened.id_token && { id_token_hint: box.open(opened.id_token) }),
  });
  return url.href;
}
