import type { Transaction } from 'kysely';
import type { PersonTables } from '../platform/database/person-tables.ts';
import type { PersonTx } from '../platform/database/transaction.ts';

type CodeTx = Transaction<Pick<PersonTables, 'recovery_code'>>;

/** Puts these codes in the place of all the person had. */
export async function replaceRecoveryCodes(tx: PersonTx, personId: string, hashes: readonly Buffer[], now: Date) {
  await tx.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  const rows = hashes.map((code_hash) => ({ person_id: personId, code_hash, made_at: now }));
  await tx.insertInto('recovery_code').values(rows).execute();
}

/** Uses a code up; false where it is not the person's or was used before. */
export async function takeRecoveryCode(tx: CodeTx, personId: string, codeHash: Buffer, now: Date): Promise<boolean> {
  const used = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

export async function countRecoveryCodes(tx: CodeTx, personId: string): Promise<number> {
  const { left } = await tx
    .selectFrom('recovery_code')
    .select((code) => code.fn.countAll<string>().as('left'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(left);
}
