import { asSystem, type SystemTx } from '../../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import type { SecretBox } from '../secret-box.ts';
import { hashToken, newToken } from '../secret-token.ts';
import { insertAttempt } from './attempt-repository.ts';
import { authorizationUrl, newSecrets } from './authorization.ts';
import { type ConnectionRow, findConnectionFor } from './connection-repository.ts';
import { findOwnIdentities, findSelfForLink } from './identity-repository.ts';

export type SsoParts = { readonly box: SecretBox; readonly address: () => string };

const attemptMs = 10 * 60 * 1000;

type Wanted =
  | { readonly purpose: 'sign-in'; readonly email: string }
  | { readonly purpose: 'link' | 'step-up'; readonly email: string; readonly actor: Actor };

/** Notes the way to the provider, tied to this browser, and gives the address the browser goes to. */
async function beginWay(
  context: RequestContext,
  { box, address }: SsoParts,
  connection: ConnectionRow,
  wanted: Wanted,
) {
  const { db, now } = context;
  const { state, nonce, verifier } = await newSecrets();
  const browser = context.browserSecret ?? newToken().token;
  const { purpose, email } = wanted;
  const who = 'actor' in wanted ? { person_id: wanted.actor.personId, session_hash: wanted.actor.tokenHash } : {};
  const attempt = { purpose, nonce, verifier, person_id: null, session_hash: null, ...who };
  await asSystem(db, (tx) =>
    insertAttempt(tx, {
      ...attempt,
      state_hash: hashToken(state),
      browser_hash: hashToken(browser),
      connection_id: connection.id,
      begun_at: now,
      expires_at: new Date(now.getTime() + attemptMs),
    }),
  );
  context.keepBrowser(browser);
  const asking = { purpose, nonce, verifier, state, loginHint: email, origin: address() };
  return { url: await authorizationUrl(box, connection, asking) };
}

/** Begins to sign in by the provider of the address's organisation. */
export async function beginSignIn(context: RequestContext, parts: SsoParts, email: string) {
  const connection = await asSystem(context.db, (tx) => findConnectionFor(tx, email));
  if (!connection) throw refused('sso/no-connection');
  return beginWay(context, parts, connection, { purpose: 'sign-in', email });
}

/** Begins to tie the own account to what the provider of its address calls the person. */
export async function beginLink(context: RequestContext, parts: SsoParts, actor: Actor) {
  const { self, connection } = await asSystem(context.db, async (tx) => {
    const found = await findSelfForLink(tx, actor.personId);
    return { self: found, connection: await findConnectionFor(tx, found.email) };
  });
  if (self.systemRoles.length > 0) throw refused('sso/not-for-administrators');
  if (!connection) throw refused('sso/no-connection');
  return beginWay(context, parts, connection, { purpose: 'link', email: self.email, actor });
}

/** The connection by which a person can sign in: of the own address, and tied to the account. */
export async function ownConnection(tx: SystemTx, personId: string) {
  const self = await findSelfForLink(tx, personId);
  const connection = await findConnectionFor(tx, self.email);
  const identities = await findOwnIdentities(tx, personId);
  const linked = connection && identities.some(({ issuer }) => issuer === connection.issuer);
  return { self, connection, linked: linked === true };
}

/** Begins to prove to be there by signing in at the provider again. */
export async function beginStepUp(context: RequestContext, parts: SsoParts, actor: Actor) {
  const { self, connection, linked } = await asSystem(context.db, (tx) => ownConnection(tx, actor.personId));
  if (!connection || !linked) throw refused('sso/no-connection');
  return beginWay(context, parts, connection, { purpose: 'step-up', email: self.email, actor });
}

/** How the own account stands to the organisation's provider. */
export async function readOwnSso({ db }: RequestContext, actor: Actor) {
  const { self, connection, linked } = await asSystem(db, (tx) => ownConnection(tx, actor.personId));
  const offered = self.systemRoles.length === 0 ? connection : undefined;
  return { name: offered?.name ?? null, linked, hasPassword: self.password_hash !== null };
}
