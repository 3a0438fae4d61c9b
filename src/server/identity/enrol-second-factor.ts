import { toDataURL } from 'qrcode';
import { asPerson } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { enrolmentUri, newSecret } from './second-factor.ts';
import type { SecretBox } from './secret-box.ts';

/** Makes a new secret for the person's authenticator; it counts only once a code of it was confirmed. */
export async function enrolSecondFactor({ db }: RequestContext, actor: Actor, box: SecretBox) {
  const secret = newSecret();
  const stored = await asPerson(db, { personId: actor.personId }, (tx) =>
    tx
      .updateTable('person')
      .set({ totp_secret: box.seal(secret), totp_last_step: 0 })
      .where('id', '=', actor.personId)
      .where('totp_confirmed', '=', false)
      .returning('email')
      .executeTakeFirst(),
  );
  if (!stored) throw refused('identity/second-factor-set');
  const uri = enrolmentUri(secret, stored.email);
  return { secret, uri, qrCode: await toDataURL(uri, { margin: 1, width: 240 }) };
}
