import { confirmsErasure, decideErasure } from '#core/identity/own-record/erasure.ts';
import { asPerson } from '../../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import type { Outbox } from '../../platform/mail/outbox.ts';
import { loadSecret } from '../person-repository.ts';
import { erasePerson, holdPlaces } from './own-record-repository.ts';

/** Under what letters to an address, and requests for a reset link of it, are found. */
export const lettersOf = (outbox: Outbox | undefined, email: string): readonly Buffer[] =>
  outbox ? [outbox.digest(`address ${email}`), outbox.digest(`reset ${email}`)] : [];

/** Erases the person's own account at once; the acts are recorded where the person belonged, by the id alone. */
export async function eraseOwnAccount(context: RequestContext, { personId }: Actor, typed: string): Promise<void> {
  const { db, now, outbox } = context;
  await asPerson(db, { personId }, async (tx) => {
    const { email } = await loadSecret(tx, personId);
    if (!confirmsErasure(typed, email)) throw refused('identity/erasure-not-confirmed');
    const decision = decideErasure(await holdPlaces(tx, personId));
    if (!decision.accepted)
      throw refused(decision.reason, { places: decision.places.map(({ kind, id, name }) => ({ kind, id, name })) });
    await erasePerson(tx, { personId, asked: 'self', letters: lettersOf(outbox, email), at: now });
  });
  context.endSession();
}
