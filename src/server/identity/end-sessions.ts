import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { asPerson, asSystem } from '../platform/database/transaction.ts';
import { everyPersonId, personIds } from './person-repository.ts';
import { deleteSessionsOf, insertEvent } from './sign-in-repository.ts';

/**
 * Ends every session of one person, or of everybody where no e-mail address is given, and says so in the log above the
 * facilities; gives how many people it looked after, undefined where nobody has that address.
 */
export async function endSessions(
  db: Kysely<Tables>,
  { email, now }: { readonly email: string | undefined; readonly now: Date },
): Promise<number | undefined> {
  const ids = await asSystem(db, async (tx) => {
    const found = email === undefined ? await everyPersonId(tx) : [...(await personIds(tx, [email])).values()];
    const subject = email === undefined ? 'everybody' : found[0];
    if (subject !== undefined) await insertEvent(tx, { act: 'identity.sessions-ended', subject, at: now, actor: null });
    return found;
  });
  for (const personId of ids) await asPerson(db, { personId }, (tx) => deleteSessionsOf(tx, personId));
  return email !== undefined && ids.length === 0 ? undefined : ids.length;
}
