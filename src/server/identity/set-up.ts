import { randomUUID } from 'node:crypto';
import type { Session } from '#core/identity/contract.ts';
import { asSystem } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { addPerson, checkPassword, type NewPerson } from './add-person.ts';
import { readSession } from './read-session.ts';
import { hashToken } from './secret-token.ts';
import { startSession } from './start-session.ts';

/** Makes the system administrator from the one-time set-up link. */
export async function setUp(context: RequestContext, input: NewPerson & { readonly token: string }): Promise<Session> {
  checkPassword(input, ['system-administrator']);
  const personId = randomUUID();
  await asSystem(context.db, async (tx) => {
    const used = await tx
      .updateTable('setup_link')
      .set({ used_at: context.now })
      .where('token_hash', '=', hashToken(input.token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', context.now)
      .executeTakeFirst();
    if (used.numUpdatedRows !== 1n) throw refused('identity/link-not-usable');
    await addPerson(tx, personId, input, ['system-administrator']);
  });
  await startSession(context, personId, false);
  return readSession(context, personId, false);
}
