import { asPerson } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { saveNoticeChoice } from './notice-repository.ts';

/** Keeps whether the person wants letters about work. */
export async function chooseNotices({ db, now }: RequestContext, { personId }: Actor, work: boolean) {
  await asPerson(db, { personId }, (tx) => saveNoticeChoice(tx, personId, work, now));
  return { work };
}
