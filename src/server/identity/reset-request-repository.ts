import { type Insertable, sql } from 'kysely';
import type { ResetRequests } from '#core/identity/reset-request.ts';
import type { lately } from '#core/kernel/clock.ts';
import type { SystemTables } from '../platform/database/tables.ts';
import type { SystemTx } from '../platform/database/transaction.ts';

const sweptAtOnce = 100;
const keptMs = 24 * 60 * 60 * 1000;

type Asker = { readonly account: Buffer; readonly place: Buffer };

/** Lets those who ask for the same account, or from the same place, take turns until the transaction ends. */
export async function lockAsker(tx: SystemTx, { account, place }: Asker): Promise<void> {
  for (const [kind, of] of [
    ['place', place],
    ['account', account],
  ] as const) {
    const name = `reset ${kind} ${of.toString('hex')}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
  }
}

type Span = ReturnType<typeof lately>;

const countSince = async (
  tx: SystemTx,
  column: 'account' | 'place',
  of: Buffer,
  { since, latest }: Span,
): Promise<number> => {
  const { count } = await tx
    .selectFrom('reset_request')
    .select((request) => request.fn.countAll<string>().as('count'))
    .where(column, '=', of)
    .where('asked_at', '>', since)
    .where('asked_at', '<=', latest)
    .executeTakeFirstOrThrow();
  return Number(count);
};

export const countFrom = (tx: SystemTx, place: Buffer, span: Span) => countSince(tx, 'place', place, span);

export const requestsSince = async (
  tx: SystemTx,
  { account, place }: Asker,
  span: Span,
): Promise<Omit<ResetRequests, 'mostFromPlace'>> => ({
  forAccount: await countSince(tx, 'account', account, span),
  fromPlace: await countFrom(tx, place, span),
});

/** Notes a request, and removes some of those nobody counts any more. */
export async function insertResetRequest(tx: SystemTx, row: Insertable<SystemTables['reset_request']>): Promise<void> {
  await tx.insertInto('reset_request').values(row).execute();
  await tx
    .deleteFrom('reset_request')
    .where('id', 'in', (old) =>
      old
        .selectFrom('reset_request')
        .select('id')
        .where('asked_at', '<', new Date(row.asked_at.getTime() - keptMs))
        .orderBy('asked_at')
        .limit(sweptAtOnce),
    )
    .execute();
}

/** Takes the sealed address out of a request; undefined where it was taken before. */
export async function takeResetRequest(tx: SystemTx, id: string): Promise<Buffer | undefined> {
  const held = await tx
    .selectFrom('reset_request')
    .select('sealed')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  await tx.updateTable('reset_request').set({ sealed: null }).where('id', '=', id).execute();
  return held?.sealed ?? undefined;
}
