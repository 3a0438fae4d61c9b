import type { Session } from '#core/identity/contract.ts';
import { invitationTries } from '#core/identity/invitation-tries.ts';
import { asPerson, type PersonTx } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { countTogether } from '../platform/http/rate-repository.ts';
import { refused } from '../platform/http/refusal.ts';
import { addPerson, checkPassword, type NewPerson, readyPerson } from './add-person.ts';
import type { HashingLine } from './hashing-line.ts';
import { findUsableInvitation, takeInvitation } from './membership-repository.ts';
import { readSession } from './read-session.ts';
import { hashToken } from './secret-token.ts';
import { isHeldOutside, loadOpenedBySso } from './session-repository.ts';
import { startSession } from './start-session.ts';

async function join(tx: PersonTx, token: Buffer, personId: string, now: Date): Promise<void> {
  if (!(await takeInvitation(tx, token, personId, now))) throw refused('identity/link-not-usable');
}

/** What an invitation offers, for the page it opens. */
export async function readInvitation({ db, now }: RequestContext, secret: string) {
  const token = hashToken(secret);
  const invitation = await asPerson(db, { token }, (tx) => findUsableInvitation(tx, token, now));
  if (!invitation) throw refused('identity/link-not-usable');
  return invitation;
}

/** Registers a new person through an invitation. */
export async function acceptInvitation(
  context: RequestContext,
  hashing: HashingLine,
  input: NewPerson & { readonly token: string },
): Promise<Session> {
  const { db, now, address } = context;
  const { roles } = await readInvitation(context, input.token);
  checkPassword(input, roles);
  const token = hashToken(input.token);
  const tries = await countTogether(db, `invitation:${token.toString('hex')}`, now, invitationTries);
  if (!tries.taken) throw refused('identity/invitation-tried-often');
  const person = await readyPerson(hashing, address, input);
  await asPerson(db, { personId: person.id, token }, async (tx) => {
    await addPerson(tx, person, []);
    await join(tx, token, person.id, now);
  });
  await startSession(context, person.id, false);
  return readSession(context, person.id, false);
}

/** Adds the facility or organisation of an invitation to the person already signed in, by what opens it too. */
export async function joinFacility(context: RequestContext, actor: Actor, secret: string): Promise<Session> {
  const { db, now } = context;
  const { personId } = actor;
  const token = hashToken(secret);
  const opened = await asPerson(db, { personId }, (tx) => loadOpenedBySso(tx, personId, actor.tokenHash));
  await asPerson(db, { personId, token }, async (tx) => {
    await join(tx, token, personId, now);
    const connection = opened?.sso_connection ?? undefined;
    if (connection && (await isHeldOutside(tx, personId, connection))) throw refused('sso/own-way-first');
  });
  return readSession(context, actor.personId, actor.secondFactor);
}
