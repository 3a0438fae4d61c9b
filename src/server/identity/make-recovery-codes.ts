import { randomBytes } from 'node:crypto';
import { recoveryCodeCount, recoveryCodeOf, writtenRecoveryCode } from '#core/identity/recovery-code.ts';
import { asPerson } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { findSecondFactors, lockSecret } from './person-repository.ts';
import { replaceRecoveryCodes } from './recovery-code-repository.ts';
import { hashToken } from './secret-token.ts';
import { insertEvent } from './sign-in-repository.ts';
import { tellSecurity } from './tell-security.ts';

const bytes = 15;

/** Makes ten recovery codes, shown this once; all earlier ones are void. */
export async function makeRecoveryCodes(context: RequestContext, actor: Actor) {
  const { db, now } = context;
  const { personId } = actor;
  const codes = Array.from({ length: recoveryCodeCount }, () => recoveryCodeOf(randomBytes(bytes)));
  await asPerson(db, { personId }, async (tx) => {
    await lockSecret(tx, personId);
    if ((await findSecondFactors(tx, personId)).length === 0) throw refused('identity/no-second-factor');
    await insertEvent(tx, { act: 'identity.recovery-codes-made', subject: personId, at: now, actor: personId });
    await replaceRecoveryCodes(tx, personId, codes.map(hashToken), now);
    await tellSecurity(tx, context, 'recovery-codes-made', actor);
  });
  return { codes: codes.map(writtenRecoveryCode) };
}
