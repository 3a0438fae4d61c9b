import { randomUUID } from 'node:crypto';
import type { Session } from '#core/identity/contract.ts';
import { decideEntry } from '#core/identity/sso/entry.ts';
import { rolesFromGroups } from '#core/identity/sso/group-roles.ts';
import { asSystem, type SystemTx } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { announceWithin } from '../../platform/live/index.ts';
import { noteBrowser } from '../known-browser.ts';
import { insertPeople, personIds } from '../person-repository.ts';
import { readSession } from '../read-session.ts';
import { isHeldOutside } from '../session-repository.ts';
import { insertEvent } from '../sign-in-repository.ts';
import { startSession } from '../start-session.ts';
import type { Arrival } from './arrival.ts';
import type { SsoParts } from './begin-sso.ts';
import { findIdentity, insertIdentity, loadRules, lockIdentity, setGiven } from './identity-repository.ts';

const namedBy = ({ connection, subject }: Arrival) => ({ issuer: connection.issuer, subject });

/** Sets what the groups give anew; whether they give anything. */
export async function giveByGroups(tx: SystemTx, { connection, read }: Arrival, personId: string, now: Date) {
  const organisationId = connection.organisation_id;
  const given = rolesFromGroups(read.groups, await loadRules(tx, organisationId));
  return setGiven(tx, { organisationId, personId, now }, given);
}

async function addArrived(tx: SystemTx, arrival: Arrival, now: Date): Promise<string> {
  const { email, name } = arrival.read;
  const id = randomUUID();
  if (!(await insertPeople(tx, [{ id, name, email, passwordHash: null, systemRoles: [] }])))
    throw refused('sso/link-first');
  await insertIdentity(tx, namedBy(arrival), id, now);
  return id;
}

/** The person who arrived, made where nobody was, with what the groups give; a new one to whom they give nothing is not kept. */
async function admitArrived(tx: SystemTx, arrival: Arrival, now: Date) {
  await lockIdentity(tx, namedBy(arrival));
  const known = await findIdentity(tx, namedBy(arrival));
  const emails = await personIds(tx, [arrival.read.email]);
  const heldElsewhere = known !== undefined && (await isHeldOutside(tx, known.personId, arrival.connection.id));
  const decision = decideEntry(known && { ...known, heldElsewhere }, emails.size > 0);
  if (!decision.accepted) throw refused(decision.reason);
  const personId = known?.personId ?? (await addArrived(tx, arrival, now));
  const given = await giveByGroups(tx, arrival, personId, now);
  if (!given && !known) throw refused('sso/no-roles');
  await announceWithin(tx, [personId]);
  await insertEvent(tx, {
    act: given ? 'sso.signed-in' : 'sso.turned-away',
    subject: personId,
    at: now,
    actor: personId,
  });
  return { personId, given };
}

/** Signs in whom the provider vouches for; makes the account at the first time. */
export async function enterBySso(context: RequestContext, { box }: SsoParts, arrival: Arrival): Promise<Session> {
  const { db, now, browserSecret } = context;
  const { personId, given } = await asSystem(db, async (tx) => {
    const admitted = await admitArrived(tx, arrival, now);
    if (admitted.given && browserSecret !== undefined) await noteBrowser(tx, browserSecret, admitted.personId, now);
    return admitted;
  });
  if (!given) throw refused('sso/no-roles');
  const { secondFactor } = arrival.read;
  const { sid } = arrival.claims;
  await startSession(context, personId, secondFactor, {
    sso_connection: arrival.connection.id,
    sso_session: typeof sid === 'string' ? sid : null,
    id_token: box.seal(arrival.idToken),
    stepped_up_at: null,
  });
  return readSession(context, personId, secondFactor);
}
