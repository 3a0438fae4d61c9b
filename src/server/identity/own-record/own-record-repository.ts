import { sql } from 'kysely';
import type pg from 'pg';
import type { HeldPlace } from '#core/identity/own-record/erasure.ts';
import type { OwnRecordRow, RecordKind } from '#core/identity/own-record/own-record.ts';
import type { PersonTx, SystemTx } from '../../platform/database/transaction.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';

type Tx = PersonTx | SystemTx;
type Row = {
  kind: RecordKind;
  at: Date | null;
  place_id: string | null;
  place: string | null;
  detail: OwnRecordRow['detail'];
};

/** Where the person belongs, held until the transaction ends, so that of two last administrators one stays. */
export async function holdPlaces(tx: Tx, personId: string): Promise<readonly HeldPlace[]> {
  const { rows } = await sql<HeldPlace>`select * from hold_places(${personId})`.execute(tx);
  return rows;
}

type Erasing = {
  readonly personId: string;
  /** At whose wish: the person's, the operator's for the person, or the rule's for accounts nobody uses; again, where a backup brought it back. */
  readonly asked: 'self' | 'operator' | 'rule' | 'again';
  /** Under what letters to the address were posted. */
  readonly letters: readonly Buffer[];
  readonly at: Date;
};

/** Takes name, address and every way in; false where there is no such account any more. */
export async function erasePerson(tx: Tx, { personId, asked, letters, at }: Erasing): Promise<boolean> {
  const { rows } = await sql<{ erased: boolean }>`
    select erase_person(${personId}, ${asked}, ${[...letters]}::bytea[], ${at}) as erased`.execute(tx);
  const erased = rows[0]?.erased === true;
  if (erased) await enqueue(tx, 'identity.person-erased', {}, { onlyOne: 'identity.person-erased' });
  return erased;
}

/** Everything that is kept about the person, by kind and newest last. */
export async function findRecord(tx: Tx, personId: string): Promise<OwnRecordRow[]> {
  const { rows } = await sql<Row>`select * from person_record(${personId}) order by kind, at`.execute(tx);
  return rows.map(({ place_id, place, ...row }) => ({
    ...row,
    place: place_id === null ? null : { id: place_id, name: place ?? '' },
  }));
}

export type Erased = { readonly personId: string; readonly at: Date };

/** Every account that was erased, by the log above the facilities. */
export async function findErased(tx: SystemTx): Promise<readonly Erased[]> {
  const rows = await tx
    .selectFrom('system_event')
    .select(['subject', 'at'])
    .where('act', '=', 'identity.person-erased')
    .orderBy('at')
    .execute();
  return rows.flatMap(({ subject, at }) => (subject === null ? [] : [{ personId: subject, at }]));
}

/** The same as the owner, of a database of whichever version; one of before erasure tells of nobody. */
export async function findErasedAsOwner(owner: pg.Client): Promise<readonly Erased[]> {
  await owner.query("select set_config('app.scope', 'own-record', false)");
  const { rows } = await owner.query<Erased>(`select subject as "personId", at from public.system_event
    where act = 'identity.person-erased' and subject is not null order by at`);
  return rows;
}
