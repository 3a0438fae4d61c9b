import type { z } from 'zod';
import type { Account, ownSessionSchema } from '#core/identity/account-contract.ts';
import { asPerson } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { wantsWorkNotices } from './notice-repository.ts';
import { findSecondFactors, loadSecret } from './person-repository.ts';
import { countRecoveryCodes } from './recovery-code-repository.ts';
import { findOwnSessions } from './session-repository.ts';

/** Where the person is signed in. */
export async function listOwnSessions(
  { db, now }: RequestContext,
  { personId, tokenHash }: Actor,
): Promise<z.infer<typeof ownSessionSchema>[]> {
  const rows = await asPerson(db, { personId }, (tx) => findOwnSessions(tx, personId, now));
  return rows.map(({ id, browser, created_at, seen_at, token_hash }) => ({
    id,
    browser,
    beganAt: created_at,
    seenAt: seen_at,
    current: token_hash.equals(tokenHash),
  }));
}

/** Name, address, and what stands of the ways to prove who one is. */
export const readAccount = ({ db }: RequestContext, { personId, name }: Actor): Promise<Account> =>
  asPerson(db, { personId }, async (tx) => {
    const { email } = await loadSecret(tx, personId);
    const held = await findSecondFactors(tx, personId);
    const recoveryCodesLeft = await countRecoveryCodes(tx, personId);
    return {
      name,
      email,
      secondFactors: [...held],
      recoveryCodesLeft,
      workNotices: await wantsWorkNotices(tx, personId),
    };
  });
