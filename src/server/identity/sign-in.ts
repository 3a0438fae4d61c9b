import { createHash, randomUUID } from 'node:crypto';
import type { Session } from '#core/identity/contract.ts';
import { signInDelay } from '#core/identity/sign-in-delay.ts';
import { asSystem, type SystemTx } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { passwordMatches } from './password-hash.ts';
import { readSession } from './read-session.ts';
import { stepOf } from './second-factor.ts';
import type { SecretBox } from './secret-box.ts';
import { startSession } from './start-session.ts';

export type SignInInput = { readonly email: string; readonly password: string; readonly code?: string | undefined };

const failureWindowMs = 60 * 60 * 1000;

/** Failures are counted per account and address, so that nobody can lock a colleague out from elsewhere. */
const attemptOf = (email: string, address: string) => createHash('sha256').update(`${email}\n${address}`).digest('hex');

async function refuseWhileLocked(tx: SystemTx, subject: string, now: Date): Promise<void> {
  const failed = await tx
    .selectFrom('system_event')
    .select((e) => [e.fn.countAll<string>().as('count'), e.fn.max('at').as('last')])
    .where('act', '=', 'identity.sign-in-failed')
    .where('subject', '=', subject)
    .where('at', '>', new Date(now.getTime() - failureWindowMs))
    .executeTakeFirstOrThrow();
  const waitedMs = now.getTime() - (failed.last?.getTime() ?? 0);
  const remaining = signInDelay(Number(failed.count)) - Math.floor(waitedMs / 1000);
  if (remaining > 0) throw refused('identity/locked', { retryAfterSeconds: remaining });
}

const findPerson = (context: RequestContext, email: string, subject: string) =>
  asSystem(context.db, async (tx) => {
    await refuseWhileLocked(tx, subject, context.now);
    return tx.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirst();
  });

const recordFailure = ({ db, now }: RequestContext, subject: string) =>
  asSystem(db, (tx) =>
    tx
      .insertInto('system_event')
      .values({ id: randomUUID(), at: now, act: 'identity.sign-in-failed', subject })
      .execute(),
  );

/** Uses the code's time step up; false where the code is wrong or its step was used before. */
async function acceptCode({ db, now }: RequestContext, personId: string, secret: string, code: string) {
  const step = stepOf(secret, code, now);
  if (step === undefined) return false;
  const used = await asSystem(db, (tx) =>
    tx
      .updateTable('person')
      .set({ totp_last_step: step })
      .where('id', '=', personId)
      .where('totp_last_step', '<', String(step))
      .executeTakeFirst(),
  );
  return used.numUpdatedRows === 1n;
}

/** Signs in with password and, where one is enrolled, the second factor; each time step is accepted once. */
export async function signIn(context: RequestContext, box: SecretBox, input: SignInInput): Promise<Session> {
  const subject = attemptOf(input.email, context.address);
  const person = await findPerson(context, input.email, subject);
  if (!(await passwordMatches(person?.password_hash, input.password)) || !person) {
    await recordFailure(context, subject);
    throw refused('identity/sign-in-refused');
  }
  const secondFactor = person.totp_confirmed && person.totp_secret !== null;
  if (secondFactor) {
    if (input.code === undefined) throw refused('identity/code-required');
    if (!(await acceptCode(context, person.id, box.open(person.totp_secret as Buffer), input.code))) {
      await recordFailure(context, subject);
      throw refused('identity/code-wrong');
    }
  }
  await startSession(context, person.id, secondFactor);
  return readSession(context, person.id, secondFactor);
}
