import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { registerEntry } from '#core/organisation/register-entry.ts';
import type { RegisterRow } from '#core/organisation/register-row.ts';
import type { SystemTx } from '../platform/database/transaction.ts';

/** Rows of the file wait in a table of this transaction alone until all of them are read. */
export async function createStage(tx: SystemTx): Promise<void> {
  await sql`
    create temp table register_row (
      id uuid not null, row_number integer not null, code text collate "C" not null, prefecture smallint not null,
      name text not null, postal_code text, address text not null,
      city text not null, type_guess text not null, name_sort text not null, name_folded text not null, grams text not null
    ) on commit drop`.execute(tx);
}

/** Grams hold letters and digits only, so they travel as one text with spaces between. */
export async function stageRows(tx: SystemTx, rows: readonly RegisterRow[]): Promise<void> {
  const entries = rows.map((row) => registerEntry(row));
  await sql`
    insert into register_row select * from unnest(
      ${rows.map(() => randomUUID())}::uuid[], ${rows.map(({ row }) => row)}::integer[],
      ${rows.map(({ code }) => code)}::text[], ${rows.map(({ prefecture }) => prefecture)}::smallint[],
      ${rows.map(({ name }) => name)}::text[], ${rows.map(({ postalCode }) => postalCode)}::text[],
      ${rows.map(({ address }) => address)}::text[], ${entries.map(({ city }) => city)}::text[],
      ${entries.map(({ typeGuess }) => typeGuess)}::text[], ${entries.map(({ nameSort }) => nameSort)}::text[],
      ${entries.map(({ nameFolded }) => nameFolded)}::text[], ${entries.map(({ grams }) => grams.join(' '))}::text[]
    )`.execute(tx);
}
