import { decideSecondFactorRemoval } from '#core/identity/second-factor.ts';
import { asPerson } from '../../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../../platform/http/context.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { lockSecret } from '../person-repository.ts';
import { findSelf, rolesAnywhere } from '../self-repository.ts';
import { insertEvent } from '../sign-in-repository.ts';
import { tellSecurity } from '../tell-security.ts';
import { deletePasskey, findPasskeys } from './passkey-repository.ts';

/** Takes one of the person's passkeys away, at once; whose roles need a second factor keeps one. */
export async function removePasskey(context: RequestContext, actor: Actor, passkeyId: string) {
  const { db, now } = context;
  const { personId } = actor;
  await asPerson(db, { personId }, async (tx) => {
    await lockSecret(tx, personId);
    const self = await findSelf(tx, personId, now);
    const passkeys = await findPasskeys(tx, personId);
    if (!self || !passkeys.some(({ id }) => id === passkeyId)) throw notFound();
    const left = self.secondFactors.filter((each) => each !== 'passkey' || passkeys.length > 1);
    const ways = { password: self.hasPassword, sso: self.sso !== null };
    const decision = decideSecondFactorRemoval(rolesAnywhere(self), left, ways);
    if (!decision.accepted) throw refused(decision.reason);
    await insertEvent(tx, { act: 'identity.passkey-removed', subject: personId, at: now, actor: personId });
    await deletePasskey(tx, personId, passkeyId);
    await tellSecurity(tx, context, 'passkey-removed', actor);
  });
}
