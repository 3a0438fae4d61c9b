import { asPerson } from '../../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../../platform/http/context.ts';
import { findPasskeys } from './passkey-repository.ts';
import type { FindParty } from './relying-party.ts';

/** The person's passkeys, and the address they can be used at. */
export async function listPasskeys({ db }: RequestContext, { personId }: Actor, findParty: FindParty) {
  const passkeys = await asPerson(db, { personId }, (tx) => findPasskeys(tx, personId));
  return { usableAt: findParty()?.origin ?? null, passkeys };
}
