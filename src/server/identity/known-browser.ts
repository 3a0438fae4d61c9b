import { createHash } from 'node:crypto';
import type { QueryExecutorProvider } from 'kysely';
import { mostOfBrowser, mostShared } from '#core/kernel/rate-limit.ts';
import type { SystemTx } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { countTogether } from '../platform/http/rate-repository.ts';
import { insertEvent, isBrowserNoted } from './sign-in-repository.ts';

/** Whoever has an account could else have as many counts as they sign in times. */
const newBrowsers = { most: 20, seconds: 24 * 60 * 60 };

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const subjectOf = (secret: string) => digest(`browser\n${secret}`);

/** Whether anybody has signed in with the browser that keeps this secret. */
export const isKnownBrowser = (db: QueryExecutorProvider, secret: string): Promise<boolean> =>
  isBrowserNoted(db, subjectOf(secret));

/** Notes the browser somebody has just signed in with; only so many new ones of an account. */
export async function noteBrowser(tx: SystemTx, secret: string, personId: string, now: Date): Promise<void> {
  if (await isKnownBrowser(tx, secret)) return;
  const { taken } = await countTogether(tx, `browsers:${personId}`, now, newBrowsers);
  if (taken)
    await insertEvent(tx, { act: 'identity.browser-known', subject: subjectOf(secret), at: now, actor: personId });
}

/** By what somebody who is not signed in is counted, and up to how many. */
export type CountedPlace = { readonly name: string; readonly most: number };
type Origin = Pick<RequestContext, 'address' | 'browserSecret'>;

/**
 * The address of which `most` are taken; once most of those are used up, a known browser by itself. It is looked for only
 * then, as at the door.
 */
export async function countedPlace(
  tx: SystemTx,
  { address, browserSecret }: Origin,
  most: number,
  used: (place: string) => Promise<number>,
): Promise<CountedPlace> {
  const whole = { name: address, most };
  if (browserSecret === undefined || (await used(address)) < mostShared(most)) return whole;
  if (!(await isKnownBrowser(tx, browserSecret))) return whole;
  return { name: `browser ${subjectOf(browserSecret)}`, most: mostOfBrowser(most) };
}
