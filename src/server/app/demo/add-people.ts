import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { SystemRole } from '#core/identity/role.ts';
import { hashPassword, insertPeople, newToken, personIds } from '../../identity/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { asSystem, type SystemTx } from '../../platform/database/transaction.ts';
import { type DemoPerson, officer, roster } from './roster.ts';

const systemRolesOf = (person: DemoPerson): SystemRole[] =>
  person.facility === null && person !== officer ? ['system-administrator'] : [];

/** The id of everybody in the region by e-mail address. */
export const peopleByEmail = (tx: SystemTx): Promise<ReadonlyMap<string, string>> =>
  personIds(
    tx,
    roster.map(({ email }) => email),
  );

/** Makes sure that everybody in the region is there. Nobody knows their one password: they come in by their links only. */
export const addPeople = (db: Kysely<Tables>): Promise<ReadonlyMap<string, string>> =>
  asSystem(db, async (tx) => {
    const known = await peopleByEmail(tx);
    const missing = roster.filter(({ email }) => !known.has(email));
    if (missing.length === 0) return known;
    const passwordHash = await hashPassword(newToken().token);
    await insertPeople(
      tx,
      missing.map((person) => ({ ...person, id: randomUUID(), passwordHash, systemRoles: systemRolesOf(person) })),
    );
    return peopleByEmail(tx);
  });
