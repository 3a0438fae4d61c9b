import { asPerson } from '../../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../../platform/http/context.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { updateName } from './passkey-repository.ts';

/** Gives one of the person's passkeys another name: a word for the person alone, of which no log is kept. */
export async function renamePasskey(
  { db }: RequestContext,
  { personId }: Actor,
  { passkeyId, name }: { readonly passkeyId: string; readonly name: string },
) {
  const renamed = await asPerson(db, { personId }, (tx) => updateName(tx, personId, passkeyId, name));
  if (!renamed) throw notFound();
  return renamed;
}
