import type { Session } from '#core/identity/contract.ts';
import { asPerson } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { readSession } from './read-session.ts';
import { stepOf } from './second-factor.ts';
import type { SecretBox } from './secret-box.ts';

/** Confirms the enrolled secret with its first code; from here on every sign-in needs one. */
export async function confirmSecondFactor(
  context: RequestContext,
  actor: Actor,
  box: SecretBox,
  code: string,
): Promise<Session> {
  const { personId, tokenHash } = actor;
  await asPerson(context.db, { personId }, async (tx) => {
    const person = await tx
      .selectFrom('person')
      .selectAll()
      .where('id', '=', personId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const step = person.totp_secret ? stepOf(box.open(person.totp_secret), code, context.now) : undefined;
    if (step === undefined || step <= Number(person.totp_last_step)) throw refused('identity/code-wrong');
    await tx
      .updateTable('person')
      .set({ totp_confirmed: true, totp_last_step: step })
      .where('id', '=', personId)
      .execute();
    await tx.updateTable('session').set({ second_factor: true }).where('token_hash', '=', tokenHash).execute();
    await tx.deleteFrom('session').where('person_id', '=', personId).where('token_hash', '!=', tokenHash).execute();
  });
  return readSession(context, personId, true);
}
