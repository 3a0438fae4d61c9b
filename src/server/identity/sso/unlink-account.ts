import { decideUnlink } from '#core/identity/sso/entry.ts';
import { asPerson } from '../../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { hasPassword } from '../person-repository.ts';
import { deleteSsoSessions, loadOpenedBySso } from '../session-repository.ts';
import { insertEvent } from '../sign-in-repository.ts';
import { tellSecurity } from '../tell-security.ts';
import { setGiven } from './identity-repository.ts';
import { deleteTies, findTiedOrganisations, lockTies } from './tie-repository.ts';

const nothing = { facilities: new Map(), organisation: [] };

/** Undoes what ties the own account to a provider; at once its sessions end, and what the organisation's groups gave. */
export async function unlinkAccount(context: RequestContext, actor: Actor): Promise<{ readonly signedOut: boolean }> {
  const { db, now } = context;
  const { personId, tokenHash } = actor;
  const opened = await asPerson(db, { personId }, async (tx) => {
    const tied = await lockTies(tx, personId);
    const decision = decideUnlink({ tied, password: await hasPassword(tx, personId) });
    if (!decision.accepted) throw refused(decision.reason);
    await insertEvent(tx, { act: 'sso.unlinked', subject: personId, at: now, actor: personId });
    await tellSecurity(tx, context, 'account-unlinked', actor);
    const asking = await loadOpenedBySso(tx, personId, tokenHash);
    await deleteSsoSessions(tx, personId);
    for (const organisationId of await findTiedOrganisations(tx, personId))
      await setGiven(tx, { organisationId, personId, now }, nothing);
    await deleteTies(tx, personId);
    return asking;
  });
  const signedOut = typeof opened?.sso_connection === 'string';
  if (signedOut) context.endSession();
  return { signedOut };
}
