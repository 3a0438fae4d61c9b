import type { StepUpInput } from '#core/identity/account-contract.ts';
import type { Assertion } from '#core/identity/passkey-shapes.ts';
import { asPerson, asSystem } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { admitProof, proofSubjects } from './admit-proof.ts';
import type { HashingLine } from './hashing-line.ts';
import { type FindParty, partyOf } from './passkey/relying-party.ts';
import { verifyPasskeyOf } from './passkey/verify-passkey-of.ts';
import { passwordMatches } from './password-hash.ts';
import { heldBy } from './person-repository.ts';
import { countRecoveryCodes } from './recovery-code-repository.ts';
import { proofOf, takeProof } from './second-proof.ts';
import type { SecretBox } from './secret-box.ts';
import { renewSteppedUp } from './session-repository.ts';
import { insertEvent } from './sign-in-repository.ts';

type Gate = { readonly box: SecretBox; readonly hashing: HashingLine; readonly party: FindParty };

/** The password proves enough only where the person has no second factor. */
async function checkPassword(context: RequestContext, actor: Actor, hashing: HashingLine, password: string) {
  await hashing(actor.personId, async () => {
    const secret = await admitProof(context, actor);
    if (heldBy(secret).length > 0) throw refused('identity/code-needed');
    if (!(await passwordMatches(secret.password_hash, password))) throw refused('identity/password-wrong');
  });
}

async function readCode(context: RequestContext, actor: Actor, box: SecretBox, code: string) {
  const secret = await admitProof(context, actor);
  const proof = heldBy(secret).length > 0 ? proofOf(box, secret, code, context.now) : undefined;
  if (!proof) throw refused('identity/code-wrong');
  return proof;
}

/** The challenge is used up also where the passkey is refused. */
async function checkPasskey(context: RequestContext, actor: Actor, findParty: FindParty, credential: Assertion) {
  const { db, now } = context;
  const party = partyOf(findParty);
  await admitProof(context, actor);
  const proved = await asPerson(db, { personId: actor.personId }, (tx) =>
    verifyPasskeyOf(tx, { actor, party, now }, credential),
  );
  if (!proved.accepted) throw refused(proved.reason);
}

/** The session goes on under a new secret, noting that its person has just proved to be there; opens dangerous acts for ten minutes. */
export async function stepUp(context: RequestContext, actor: Actor, gate: Gate, input: StepUpInput) {
  const { db, now } = context;
  const { personId } = actor;
  const proof = 'code' in input ? await readCode(context, actor, gate.box, input.code) : undefined;
  if ('password' in input) await checkPassword(context, actor, gate.hashing, input.password);
  if ('passkey' in input) await checkPasskey(context, actor, gate.party, input.passkey);
  const { token, recoveryCodesLeft } = await asSystem(db, async (tx) => {
    if (proof && !(await takeProof(tx, personId, proof, now))) throw refused('identity/code-wrong');
    await insertEvent(tx, { act: 'identity.stepped-up', subject: proofSubjects(actor).here, at: now, actor: personId });
    const renewed = await renewSteppedUp(tx, actor, now);
    if (renewed === undefined) throw refused('sign-in-required');
    return { token: renewed, recoveryCodesLeft: await countRecoveryCodes(tx, personId) };
  });
  context.startSession(token);
  return { recoveryCodesLeft };
}
