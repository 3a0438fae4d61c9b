import { randomUUID } from 'node:crypto';
import { mostPasskeys, type RelyingParty } from '#core/identity/passkey.ts';
import type { Attestation } from '#core/identity/passkey-shapes.ts';
import { asPerson, type PersonTx } from '../../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { lockSecret } from '../person-repository.ts';
import { refuseEnrolment, refusePasskeyByProvider } from '../refuse-enrolment.ts';
import { newSession } from '../session-life.ts';
import { loadOpenedBySso } from '../session-repository.ts';
import { deleteSessionsOf, insertEvent, insertSession } from '../sign-in-repository.ts';
import { tellSecurity } from '../tell-security.ts';
import { takeOwnChallenge } from './challenge-repository.ts';
import { clientDataOf } from './client-data.ts';
import { findDescriptors, insertPasskey } from './passkey-repository.ts';
import { type FindParty, partyOf } from './relying-party.ts';
import { verifyAttestation } from './verify-attestation.ts';

type Input = { readonly name: string; readonly credential: Attestation };
type Door = { readonly actor: Actor; readonly party: RelyingParty; readonly now: Date };

const refusal = (reason: string) => ({ accepted: false as const, reason });

/** The passkey a browser made, checked; its challenge is used up whatever comes of it. */
async function answered(tx: PersonTx, { actor, party, now }: Door, { credential }: Input) {
  const told = clientDataOf(credential.response.clientDataJSON);
  if (!told) return refusal('identity/passkey-refused');
  const taken = await takeOwnChallenge(tx, { ...actor, purpose: 'registration' }, told.challenge, now);
  if (!taken) return refusal('identity/passkey-challenge-not-usable');
  return verifyAttestation(party, told, credential);
}

async function add(tx: PersonTx, door: Door, input: Input) {
  const { personId } = door.actor;
  await lockSecret(tx, personId);
  await refuseEnrolment(tx, door.actor);
  await refusePasskeyByProvider(tx, door.actor);
  const known = await findDescriptors(tx, personId);
  if (known.length >= mostPasskeys) return refusal('identity/too-many-passkeys');
  const answer = await answered(tx, door, input);
  if (!answer.accepted) return answer;
  const row = { id: randomUUID(), person_id: personId, name: input.name, created_at: door.now, ...answer.attested };
  const passkey = await insertPasskey(tx, row);
  if (!passkey) return refusal('identity/passkey-taken');
  await insertEvent(tx, { act: 'identity.passkey-added', subject: personId, at: door.now, actor: personId });
  return { accepted: true as const, passkey };
}

/** Ends every session that lacks the second factor it needs from now on; gives the one in their place. */
async function raise(tx: PersonTx, { personId, tokenHash }: Actor, context: RequestContext): Promise<string> {
  const { token, row } = newSession(personId, true, context);
  const opened = await loadOpenedBySso(tx, personId, tokenHash);
  await deleteSessionsOf(tx, personId);
  await insertSession(tx, { ...row, ...opened });
  return token;
}

/** Adds a passkey; where it is the person's first second factor, all sessions end and a new one has passed it. */
export async function registerPasskey(context: RequestContext, actor: Actor, findParty: FindParty, input: Input) {
  const { db, now } = context;
  const door = { actor, party: partyOf(findParty), now };
  const { added, token } = await asPerson(db, { personId: actor.personId }, async (tx) => {
    const done = await add(tx, door, input);
    if (done.accepted) await tellSecurity(tx, context, 'passkey-added', actor);
    const raises = done.accepted && !actor.secondFactor;
    return { added: done, token: raises ? await raise(tx, actor, context) : undefined };
  });
  if (!added.accepted) throw refused(added.reason);
  if (token) context.startSession(token);
  return added.passkey;
}
