import { toDataURL } from 'qrcode';
import { asPerson } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { lockSecret, storeTotpSecret } from './person-repository.ts';
import { refuseEnrolment } from './refuse-enrolment.ts';
import { enrolmentUri, newSecret } from './second-factor.ts';
import type { SecretBox } from './secret-box.ts';

/** A secret as an authenticator takes it over: typed, opened, or read from a picture. */
export async function enrolmentOf(secret: string, email: string) {
  const uri = enrolmentUri(secret, email);
  return { secret, uri, qrCode: await toDataURL(uri, { margin: 1, width: 240 }) };
}

/** Makes a new secret for the person's authenticator; it counts only once a code of it was confirmed. */
export async function enrolSecondFactor({ db }: RequestContext, actor: Actor, box: SecretBox) {
  const { personId } = actor;
  const secret = newSecret();
  const email = await asPerson(db, { personId }, async (tx) => {
    await lockSecret(tx, personId);
    await refuseEnrolment(tx, actor);
    return storeTotpSecret(tx, personId, box.seal(secret));
  });
  if (email === undefined) throw refused('identity/second-factor-set');
  return enrolmentOf(secret, email);
}
