import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type OrganisationRole, organisationRoles } from '#core/identity/role.ts';
import type { NewOrganisation } from '#core/organisation/organisation.ts';
import { insertOrganisation } from '../../organisation/index.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { addPeople, type TestPerson } from './people.ts';
import type { TestServer } from './test-server.ts';

type People = Readonly<Record<OrganisationRole, TestPerson>>;
export type TestOrganisation = { readonly id: string; readonly name: string; readonly people: People };

type Wanted = Omit<NewOrganisation, 'name'>;

/** An organisation to which these people belong, each under the one role. */
export async function enrolIn(server: TestServer, wanted: Wanted, people: People): Promise<TestOrganisation> {
  const name = `組織 ${randomUUID()}`;
  const added = await asSystem(server.db, (tx) => insertOrganisation(tx, { name, ...wanted }));
  if (!added) throw new Error('the organisation was not added');
  await server.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.organisation_id', ${added.id}, true)`.execute(tx);
    const rows = organisationRoles.map((role) => ({
      organisation_id: added.id,
      person_id: people[role].id,
      roles: [role],
    }));
    await tx.insertInto('organisation_member').values(rows).execute();
  });
  return { id: added.id, name, people };
}

/** An organisation with a person of its own for every role. */
export async function addTestOrganisation(server: TestServer, wanted: Wanted): Promise<TestOrganisation> {
  const added = await addPeople(
    server,
    organisationRoles.map((role) => ({ name: `組織の人 ${role}` })),
  );
  const people = Object.fromEntries(organisationRoles.map((role, place) => [role, added[place]]));
  return enrolIn(server, wanted, people as People);
}
