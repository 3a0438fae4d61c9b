import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { ownResetLetter } from '#core/identity/letters.ts';
import { maySendOwnLink } from '#core/identity/reset.ts';
import {
  decideResetRequest,
  mostResetRequests,
  ownResetLifetimeMs,
  resetRequestWindowMs,
} from '#core/identity/reset-request.ts';
import { lately } from '#core/kernel/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import { asSystem, type SystemTx } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { enqueue } from '../platform/jobs/enqueue.ts';
import type { Outbox } from '../platform/mail/outbox.ts';
import { postMail } from '../platform/mail/post-mail.ts';
import { countedPlace } from './known-browser.ts';
import { newResetLink } from './new-reset-link.ts';
import { findByEmail } from './person-repository.ts';
import { insertResetLink, loadHeld } from './reset-repository.ts';
import {
  countFrom,
  insertResetRequest,
  lockAsker,
  requestsSince,
  takeResetRequest,
} from './reset-request-repository.ts';
import { insertEvent } from './sign-in-repository.ts';

/**
 * Takes a request for a reset link of one's own. The same statements run and the same is answered whether the address is
 * known or not: only the job looks.
 */
export async function requestReset(context: RequestContext, email: string): Promise<void> {
  const { db, now, outbox } = context;
  if (!outbox) throw refused('mail/not-set-up');
  const placeDigest = (place: string) => outbox.digest(`place ${place}`);
  const span = lately(now, resetRequestWindowMs);
  await asSystem(db, async (tx) => {
    const { name, most } = await countedPlace(tx, context, mostResetRequests, (of) =>
      countFrom(tx, placeDigest(of), span),
    );
    const asker = { account: outbox.digest(`reset ${email}`), place: placeDigest(name) };
    await lockAsker(tx, asker);
    const decision = decideResetRequest({ ...(await requestsSince(tx, asker, span)), mostFromPlace: most });
    if (decision === 'too-many') throw refused('too-many');
    if (decision === 'ignore') return;
    const id = randomUUID();
    await insertResetRequest(tx, { id, ...asker, sealed: outbox.seal(email), asked_at: now });
    await enqueue(tx, 'identity.reset-requested', { requestId: id });
  });
}

type Desk = { readonly db: Kysely<Tables>; readonly outbox: Outbox | undefined; readonly now: Date };

async function sendOwnLink(tx: SystemTx, outbox: Outbox, email: string, now: Date): Promise<void> {
  const person = await findByEmail(tx, email);
  if (!person) return;
  const { id: personId, name, hasPassword } = person;
  const held = await loadHeld(tx, personId);
  if (!held || !maySendOwnLink(held, hasPassword)) return;
  const { row, link } = newResetLink({
    personId,
    facilityId: null,
    issuedBy: null,
    now,
    lifetimeMs: ownResetLifetimeMs,
  });
  await insertEvent(tx, { act: 'identity.reset-link-issued', subject: personId, at: now, actor: null });
  await insertResetLink(tx, row);
  const letter = ownResetLetter({ name, ...link });
  const posting = { kind: 'own-reset-link', letter, to: { personId }, from: null } as const;
  await postMail(tx, outbox, { ...posting, now, until: link.expiresAt });
}

/** Sends the link asked for where the address belongs to somebody; a stranger gets nothing. */
export const answerResetRequest = ({ db, outbox, now }: Desk, requestId: string): Promise<void> =>
  asSystem(db, async (tx) => {
    const sealed = await takeResetRequest(tx, requestId);
    if (sealed && outbox) await sendOwnLink(tx, outbox, outbox.open(sealed), now);
  });
