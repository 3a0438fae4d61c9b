import type { Session } from '#core/identity/contract.ts';
import { readRecoveryCode } from '#core/identity/recovery-code.ts';
import { isStepUnused } from '#core/identity/time-step.ts';
import { asPerson, asSystem, type PersonTx } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { admitProof } from './admit-proof.ts';
import { confirmTotpSecret, lockSecret } from './person-repository.ts';
import { readSession } from './read-session.ts';
import { refuseEnrolment } from './refuse-enrolment.ts';
import { stepOf } from './second-factor.ts';
import { takeProof } from './second-proof.ts';
import type { SecretBox } from './secret-box.ts';
import { hashToken } from './secret-token.ts';
import { newSession } from './session-life.ts';
import { loadOpenedBySso } from './session-repository.ts';
import { deleteSessionsOf, insertEvent, insertSession } from './sign-in-repository.ts';
import { tellSecurity } from './tell-security.ts';

type Typed = { readonly box: SecretBox; readonly code: string };

async function takeCode(tx: PersonTx, context: RequestContext, actor: Actor, { box, code }: Typed): Promise<void> {
  const { personId } = actor;
  const { now } = context;
  const secret = await lockSecret(tx, personId);
  if (!secret.totp_confirmed) await refuseEnrolment(tx, actor);
  const step = secret.totp_secret ? stepOf(box.open(secret.totp_secret), code, now) : undefined;
  if (step === undefined || !isStepUnused(step, Number(secret.totp_last_step), now))
    throw refused('identity/code-wrong');
  await insertEvent(tx, { act: 'identity.second-factor-confirmed', subject: personId, at: now, actor: personId });
  await confirmTotpSecret(tx, personId, step);
  if (!secret.totp_confirmed) await tellSecurity(tx, context, 'second-factor-set', actor);
}

/** A recovery code is used up before the session it opens is there, as in signing in. */
async function recover({ db, now }: RequestContext, { personId, secondFactorEnrolled }: Actor, recovery: string) {
  const proof = { kind: 'recovery-code', hash: hashToken(recovery) } as const;
  const taken = secondFactorEnrolled && (await asSystem(db, (tx) => takeProof(tx, personId, proof, now)));
  if (!taken) throw refused('identity/code-wrong');
}

/**
 * Confirms the enrolled secret with its first code, or completes what a provider began, by a recovery code too; all
 * sessions end, and a new one has passed the second factor.
 */
export async function confirmSecondFactor(
  context: RequestContext,
  actor: Actor,
  box: SecretBox,
  code: string,
): Promise<Session> {
  const { db } = context;
  const { personId } = actor;
  if (actor.secondFactorEnrolled) await admitProof(context, actor);
  const recovery = readRecoveryCode(code);
  if (recovery !== undefined) await recover(context, actor, recovery);
  const { token, row } = newSession(personId, true, context);
  await asPerson(db, { personId }, async (tx) => {
    if (recovery === undefined) await takeCode(tx, context, actor, { box, code });
    const opened = await loadOpenedBySso(tx, personId, actor.tokenHash);
    await deleteSessionsOf(tx, personId);
    await insertSession(tx, { ...row, ...opened });
  });
  context.startSession(token);
  return readSession(context, personId, true);
}
