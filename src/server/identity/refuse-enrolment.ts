import { decideEnrolment } from '#core/identity/second-factor.ts';
import type { PersonTx } from '../platform/database/transaction.ts';
import type { Actor } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { findSecondFactors, hasPassword } from './person-repository.ts';
import { loadOpenedBySso } from './session-repository.ts';

/** Refuses to enrol a second factor in a session that has not passed the one the person has; the caller holds the person's secrets. */
export async function refuseEnrolment(tx: PersonTx, { personId, secondFactor }: Actor): Promise<void> {
  const decision = decideEnrolment(await findSecondFactors(tx, personId), { passed: secondFactor });
  if (!decision.accepted) throw refused(decision.reason);
}

/**
 * Refuses to make a passkey in a session that an organisation's provider opened, where the person has a password: whoever
 * runs the provider would keep a way in of the own, also into what the person holds elsewhere later.
 */
export async function refusePasskeyByProvider(tx: PersonTx, { personId, tokenHash }: Actor): Promise<void> {
  const opened = await loadOpenedBySso(tx, personId, tokenHash);
  if (opened?.sso_connection && (await hasPassword(tx, personId))) throw refused('sso/own-password-first');
}
