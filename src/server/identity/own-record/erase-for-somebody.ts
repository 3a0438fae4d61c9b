import type { Kysely } from 'kysely';
import { decideErasure, type Erasure } from '#core/identity/own-record/erasure.ts';
import type { OwnRecord } from '#core/identity/own-record/own-record.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { asSystem, type SystemTx } from '../../platform/database/transaction.ts';
import type { Outbox } from '../../platform/mail/outbox.ts';
import { personIds } from '../person-repository.ts';
import { insertEvent } from '../sign-in-repository.ts';
import { lettersOf } from './erase-own-account.ts';
import { erasePerson, findRecord, holdPlaces } from './own-record-repository.ts';

type Parts = { readonly db: Kysely<Tables>; readonly now: Date };

/** What is kept about somebody who asks the operator for it; undefined where nobody has the address. */
export const readRecordOf = ({ db, now }: Parts, email: string): Promise<OwnRecord | undefined> =>
  asSystem(db, async (tx) => {
    const personId = (await personIds(tx, [email])).get(email);
    if (personId === undefined) return undefined;
    await insertEvent(tx, { act: 'identity.record-taken', subject: personId, at: now, actor: null });
    return { takenAt: now, rows: await findRecord(tx, personId) };
  });

/** Erases an account the operator or a rule decides on; no place is left without an administrator. */
export async function eraseDecided(
  tx: SystemTx,
  of: {
    readonly personId: string;
    readonly asked: 'operator' | 'rule' | 'again';
    readonly letters: readonly Buffer[];
    readonly at: Date;
  },
): Promise<Erasure> {
  const decision = decideErasure(await holdPlaces(tx, of.personId));
  if (decision.accepted) await erasePerson(tx, of);
  return decision;
}

/** Erases the account of somebody who asks the operator to; undefined where nobody has the address. */
export const eraseAccountOf = (
  { db, now, outbox }: Parts & { readonly outbox: Outbox | undefined },
  email: string,
): Promise<Erasure | undefined> =>
  asSystem(db, async (tx) => {
    const personId = (await personIds(tx, [email])).get(email);
    if (personId === undefined) return undefined;
    return eraseDecided(tx, { personId, asked: 'operator', letters: lettersOf(outbox, email), at: now });
  });
