import type { OwnRecord } from '#core/identity/own-record/own-record.ts';
import { asPerson } from '../../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../../platform/http/context.ts';
import { insertEvent } from '../sign-in-repository.ts';
import { findRecord } from './own-record-repository.ts';

/** Everything that is kept about the person, and a line that it was handed out. */
export const readOwnRecord = ({ db, now }: RequestContext, { personId }: Actor): Promise<OwnRecord> =>
  asPerson(db, { personId }, async (tx) => {
    await insertEvent(tx, { act: 'identity.record-taken', subject: personId, at: now, actor: personId });
    return { takenAt: now, rows: await findRecord(tx, personId) };
  });
