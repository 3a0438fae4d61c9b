import { asPerson } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { enrolmentOf } from './enrol-second-factor.ts';
import { storeNextTotpSecret } from './person-repository.ts';
import { newSecret } from './second-factor.ts';
import type { SecretBox } from './secret-box.ts';

/** Makes a secret for another authenticator; the one in use counts until a code of the new one was confirmed. */
export async function beginRenewal({ db }: RequestContext, { personId }: Actor, box: SecretBox) {
  const secret = newSecret();
  const email = await asPerson(db, { personId }, (tx) => storeNextTotpSecret(tx, personId, box.seal(secret)));
  if (email === undefined) throw refused('identity/no-second-factor');
  return enrolmentOf(secret, email);
}
