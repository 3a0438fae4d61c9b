import type { RelyingParty } from '#core/identity/passkey.ts';
import type { assertionRefusals, challengeRefusal } from '#core/identity/passkey-errors.ts';
import type { Assertion } from '#core/identity/passkey-shapes.ts';
import type { PersonTx } from '../../platform/database/transaction.ts';
import type { Actor } from '../../platform/http/context.ts';
import { insertEvent } from '../sign-in-repository.ts';
import { takeOwnChallenge } from './challenge-repository.ts';
import { clientDataOf } from './client-data.ts';
import { lockOwnPasskey, markUsed } from './passkey-repository.ts';
import { verifyAssertion } from './verify-assertion.ts';

type Reason = keyof typeof assertionRefusals | keyof typeof challengeRefusal;
type Proof = { readonly accepted: true } | { readonly accepted: false; readonly reason: Reason };
type Door = { readonly actor: Actor; readonly party: RelyingParty; readonly now: Date };

/**
 * Whether the signed-in person has answered this session's step-up challenge with one of the own passkeys. The caller
 * commits before it refuses, so that the challenge is used up and a suspected copy is logged either way.
 */
export async function verifyPasskeyOf(
  tx: PersonTx,
  { actor, party, now }: Door,
  credential: Assertion,
): Promise<Proof> {
  const { personId } = actor;
  const told = clientDataOf(credential.response.clientDataJSON);
  if (!told) return { accepted: false, reason: 'identity/passkey-refused' };
  if (!(await takeOwnChallenge(tx, { ...actor, purpose: 'step-up' }, told.challenge, now))) {
    return { accepted: false, reason: 'identity/passkey-challenge-not-usable' };
  }
  const passkey = await lockOwnPasskey(tx, personId, credential.id);
  if (!passkey) return { accepted: false, reason: 'identity/passkey-unknown' };
  const verdict = await verifyAssertion(party, passkey, told, credential);
  if (!verdict.accepted) {
    if (verdict.reason === 'identity/passkey-copied') {
      await insertEvent(tx, { act: 'identity.passkey-copied', subject: personId, at: now, actor: personId });
    }
    return verdict;
  }
  await markUsed(tx, passkey.id, { ...verdict, at: now });
  return { accepted: true };
}
