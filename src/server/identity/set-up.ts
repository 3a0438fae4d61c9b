import type { Session } from '#core/identity/contract.ts';
import { asSystem } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { addPerson, checkPassword, type NewPerson, readyPerson } from './add-person.ts';
import type { HashingLine } from './hashing-line.ts';
import { readSession } from './read-session.ts';
import { hashToken } from './secret-token.ts';
import { isSetupLinkUsable, takeSetupLink } from './setup-link-repository.ts';
import { insertEvent } from './sign-in-repository.ts';
import { startSession } from './start-session.ts';

/** Makes the system administrator from the one-time set-up link. */
export async function setUp(
  context: RequestContext,
  hashing: HashingLine,
  input: NewPerson & { readonly token: string },
): Promise<Session> {
  const { db, now, address } = context;
  const token = hashToken(input.token);
  if (!(await asSystem(db, (tx) => isSetupLinkUsable(tx, token, now)))) throw refused('identity/link-not-usable');
  checkPassword(input, ['system-administrator']);
  const person = await readyPerson(hashing, address, input);
  await asSystem(db, async (tx) => {
    if (!(await takeSetupLink(tx, token, now))) throw refused('identity/link-not-usable');
    await insertEvent(tx, { act: 'identity.set-up', subject: person.id, at: now, actor: person.id });
    await addPerson(tx, person, ['system-administrator']);
  });
  await startSession(context, person.id, false);
  return readSession(context, person.id, false);
}
