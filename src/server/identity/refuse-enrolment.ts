import { decideEnrolment } from '#core/identity/second-factor.ts';
import type { PersonTx } from '../platform/database/transaction.ts';
import type { Actor } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { findSecondFactors } from './person-repository.ts';

/** Refuses to enrol a second factor in a session that has not passed the one the person has; the caller holds the person's secrets. */
export async function refuseEnrolment(tx: PersonTx, { personId, secondFactor }: Actor): Promise<void> {
  const decision = decideEnrolment(await findSecondFactors(tx, personId), { passed: secondFactor });
  if (!decision.accepted) throw refused(decision.reason);
}
