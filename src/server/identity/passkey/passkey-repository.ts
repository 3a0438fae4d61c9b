import type { Insertable, Transaction } from 'kysely';
import type { PersonTables } from '../../platform/database/person-tables.ts';
import type { PersonTx, SystemTx } from '../../platform/database/transaction.ts';

type PasskeyTx = Transaction<Pick<PersonTables, 'passkey'>>;
const shown = ['id', 'name', 'created_at', 'last_used_at', 'backed_up'] as const;

/** What a signature is checked against. */
export type StoredPasskey = {
  readonly id: string;
  readonly personId: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
};

type Shown = { id: string; name: string; created_at: Date; last_used_at: Date | null; backed_up: boolean };
const asShown = ({ created_at, last_used_at, backed_up, ...row }: Shown) => ({
  ...row,
  createdAt: created_at,
  lastUsedAt: last_used_at,
  backedUp: backed_up,
});

export async function findPasskeys(tx: PersonTx, personId: string) {
  const rows = await tx
    .selectFrom('passkey')
    .select(shown)
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(asShown);
}

/** What a browser is told of the passkeys that are there. */
export const findDescriptors = (tx: PersonTx, personId: string) =>
  tx
    .selectFrom('passkey')
    .select(['credential_id as id', 'transports'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute();

/** Adds a passkey; undefined where its credential belongs to somebody already. */
export async function insertPasskey(tx: PersonTx, row: Insertable<PersonTables['passkey']>) {
  const added = await tx
    .insertInto('passkey')
    .values(row)
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning(shown)
    .executeTakeFirst();
  return added && asShown(added);
}

/** Gives a passkey another name; undefined where the person has none such. */
export async function updateName(tx: PersonTx, personId: string, id: string, name: string) {
  const renamed = await tx
    .updateTable('passkey')
    .set({ name })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returning(shown)
    .executeTakeFirst();
  return renamed && asShown(renamed);
}

export const deletePasskey = (tx: PersonTx, personId: string, id: string) =>
  tx.deleteFrom('passkey').where('id', '=', id).where('person_id', '=', personId).execute();

export async function deletePasskeysOf(tx: PersonTx, personId: string): Promise<boolean> {
  const gone = await tx.deleteFrom('passkey').where('person_id', '=', personId).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

const lockable = (tx: PasskeyTx, credentialId: string) =>
  tx
    .selectFrom('passkey')
    .select(['id', 'person_id', 'credential_id', 'public_key', 'counter'])
    .where('credential_id', '=', credentialId)
    .forUpdate('passkey');

type Row = { id: string; person_id: string; credential_id: string; public_key: Buffer; counter: string };
const asStored = ({ id, person_id, credential_id, public_key, counter }: Row): StoredPasskey => ({
  id,
  personId: person_id,
  credentialId: credential_id,
  publicKey: public_key,
  counter: Number(counter),
});

/** A passkey of the person by its credential, held; undefined where it is not theirs. */
export async function lockOwnPasskey(tx: PersonTx, personId: string, credentialId: string) {
  const row = await lockable(tx, credentialId).where('person_id', '=', personId).executeTakeFirst();
  return row && asStored(row);
}

/** A passkey by its credential, whosever it is, held; with the e-mail address its person's tries are counted by. */
export async function lockPasskey(tx: SystemTx, credentialId: string) {
  const row = await lockable(tx, credentialId).executeTakeFirst();
  if (!row) return undefined;
  const { email } = await tx
    .selectFrom('person_secret')
    .select('email')
    .where('person_id', '=', row.person_id)
    .executeTakeFirstOrThrow();
  return { ...asStored(row), email };
}

/** Notes that a passkey was used. */
export const markUsed = (
  tx: PasskeyTx,
  id: string,
  { counter, backedUp, at }: { readonly counter: number; readonly backedUp: boolean; readonly at: Date },
) => tx.updateTable('passkey').set({ counter, backed_up: backedUp, last_used_at: at }).where('id', '=', id).execute();
