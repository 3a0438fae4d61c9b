import { createHash } from 'node:crypto';
import { asSystem, type SystemTx } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { noteBrowser } from './known-browser.ts';
import { newToken } from './secret-token.ts';
import { insertEvent, isKnownPlace, type Subjects } from './sign-in-repository.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

type Origin = Pick<RequestContext, 'address' | 'browserSecret'>;

/** Where a person tries to sign in. */
export type Place = {
  readonly subjects: Subjects;
  /** What the account's sign-ins with this browser are noted under; the browser keeps the secret behind it. */
  readonly browser: { readonly subject: string; readonly secret: string };
  /** Whose work with passwords is counted together. */
  readonly line: string;
};

/**
 * A browser in which the account has signed in before, or chosen its password by a link, is a place of its own; all others
 * count by their address. So a colleague behind the same address cannot close the sign-in to somebody at the own browser.
 */
export async function placeIn(tx: SystemTx, { address, browserSecret }: Origin, email: string): Promise<Place> {
  const secret = browserSecret ?? newToken().token;
  const browser = { secret, subject: digest(`${email}\nbrowser\n${secret}`) };
  const account = digest(email);
  const known = browserSecret !== undefined && (await isKnownPlace(tx, browser.subject));
  const here = known ? browser.subject : digest(`${email}\n${address}`);
  return { browser, subjects: { account, here }, line: known ? browser.subject : address };
}

export const placeOf = (context: RequestContext, email: string): Promise<Place> =>
  asSystem(context.db, (tx) => placeIn(tx, context, email));

/**
 * Tries with a passkey are counted by the passkey and the place, and apart from those with a password: a passkey cannot be
 * guessed, so that no number of wrong passwords closes it, nor forgeries from other places.
 */
export function passkeySubjects({ line }: Place, credentialId: string): Subjects {
  const here = digest(`passkey\n${credentialId}\n${line}`);
  return { account: here, here };
}

type SignedIn = { readonly at: Date; readonly actor: string; readonly more?: readonly string[] };

export async function noteSignedIn(
  tx: SystemTx,
  { subjects, browser }: Place,
  { at, actor, more = [] }: SignedIn,
): Promise<void> {
  for (const subject of new Set([subjects.here, browser.subject, ...more])) {
    await insertEvent(tx, { act: 'identity.signed-in', subject, at, actor });
  }
  await noteBrowser(tx, browser.secret, actor, at);
}

/** Makes the browser known in which a link was used: its person comes in there, however many have guessed behind its address. */
export const noteReset = (
  tx: SystemTx,
  { browser }: Place,
  { at, actor }: Pick<SignedIn, 'at' | 'actor'>,
): Promise<void> => insertEvent(tx, { act: 'identity.password-reset', subject: browser.subject, at, actor });
