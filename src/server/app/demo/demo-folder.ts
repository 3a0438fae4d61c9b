import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { CannotStart } from '../../platform/cannot-start.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { asSystem, type SystemTx } from '../../platform/database/transaction.ts';

const begun = 'demo.begun';
const filled = 'demo.filled';

const mark = (tx: SystemTx, act: string, at: Date) =>
  tx.insertInto('system_event').values({ id: randomUUID(), at, act, subject: null }).execute();

async function isMarked(tx: SystemTx, act: string): Promise<boolean> {
  return (await tx.selectFrom('system_event').select('id').where('act', '=', act).executeTakeFirst()) !== undefined;
}

async function isUsed(tx: SystemTx): Promise<boolean> {
  const person = await tx.selectFrom('person').select('id').limit(1).executeTakeFirst();
  const facility = await tx.selectFrom('facility').select('id').limit(1).executeTakeFirst();
  return person !== undefined || facility !== undefined;
}

/** Claims the data folder for the fictional region and tells whether it is filled; refuses one with real content. */
export const claimFolder = (db: Kysely<Tables>, at: Date): Promise<'filled' | 'to-fill'> =>
  asSystem(db, async (tx) => {
    if (await isMarked(tx, filled)) return 'filled';
    if (await isMarked(tx, begun)) return 'to-fill';
    if (await isUsed(tx)) {
      throw new CannotStart(
        'このデータのフォルダには、ほかの人や施設が登録されています。--demo は空のフォルダでだけ使えます。MAMORI_DATA_DIR を外すか、別のフォルダを指定してください。',
      );
    }
    await mark(tx, begun, at);
    return 'to-fill';
  });

/** Nothing is filled from here on, whatever visitors change or remove. */
export const markFilled = (db: Kysely<Tables>, at: Date) => asSystem(db, (tx) => mark(tx, filled, at));
