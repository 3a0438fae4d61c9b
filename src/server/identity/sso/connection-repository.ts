import type { Insertable, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { SsoTables } from '../../platform/database/sso-tables.ts';
import type { SystemTx } from '../../platform/database/transaction.ts';

export type ConnectionRow = Selectable<SsoTables['sso_connection']>;

const live = (tx: SystemTx) => tx.selectFrom('sso_connection').selectAll().where('ended_at', 'is', null);

export const findConnectionOf = (tx: SystemTx, organisationId: string) =>
  live(tx).where('organisation_id', '=', organisationId).executeTakeFirst();

export const findConnection = (tx: SystemTx, id: string) => live(tx).where('id', '=', id).executeTakeFirst();

/** The connection an e-mail address belongs to. */
export const findConnectionFor = (tx: SystemTx, email: string) =>
  live(tx)
    .where(sql<boolean>`${email.slice(email.lastIndexOf('@') + 1)} = any (domains)`)
    .executeTakeFirst();

export const anyConnection = async (tx: SystemTx): Promise<boolean> =>
  (await live(tx).clearSelect().select('id').limit(1).executeTakeFirst()) !== undefined;

/** Lets those who save connections take turns, so that a domain belongs to one organisation. */
export const lockConnections = (tx: SystemTx) => sql`select pg_advisory_xact_lock(14, 1)`.execute(tx);

/** Whether another organisation's connection has one of the domains. */
export async function isDomainTaken(tx: SystemTx, organisationId: string, domains: readonly string[]) {
  const other = await live(tx)
    .where('organisation_id', '<>', organisationId)
    .where(sql<boolean>`domains && ${[...domains]}::text[]`)
    .executeTakeFirst();
  return other !== undefined;
}

export const findOrganisationName = async (tx: SystemTx, organisationId: string) =>
  (await tx.selectFrom('organisation').select('name').where('id', '=', organisationId).executeTakeFirst())?.name;

export const insertConnection = (tx: SystemTx, row: Insertable<SsoTables['sso_connection']>) =>
  tx.insertInto('sso_connection').values(row).execute();

type Changed = Omit<Insertable<SsoTables['sso_connection']>, 'id' | 'organisation_id' | 'made_at' | 'ended_at'>;

export const updateConnection = (tx: SystemTx, id: string, row: Changed) =>
  tx.updateTable('sso_connection').set(row).where('id', '=', id).execute();

/** Ends the connection and at once whatever it opened. */
export async function endConnectionRow(tx: SystemTx, { id, organisation_id }: ConnectionRow, now: Date) {
  await tx.updateTable('sso_connection').set({ ended_at: now }).where('id', '=', id).execute();
  await sql`select end_sso(${organisation_id}, null, ${now})`.execute(tx);
}

/** Ends what a connection has opened, since the provider behind it is another now. */
export const endOpened = (tx: SystemTx, organisationId: string, now: Date) =>
  sql`select end_sso(${organisationId}, null, ${now})`.execute(tx);
