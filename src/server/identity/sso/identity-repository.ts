import { sql } from 'kysely';
import type { GivenRoles, GroupRule } from '#core/identity/sso/group-roles.ts';
import type { PersonTx, SystemTx } from '../../platform/database/transaction.ts';

type Named = { readonly issuer: string; readonly subject: string };

/** Whom the provider's name for a person is tied to. */
export async function findIdentity(tx: SystemTx, { issuer, subject }: Named) {
  const found = await tx
    .selectFrom('sso_identity')
    .innerJoin('person', 'person.id', 'sso_identity.person_id')
    .select(['person.id as personId', 'person.system_roles as systemRoles'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return found;
}

/** Lets those who come by the same name take turns until the transaction ends. */
export const lockIdentity = (tx: PersonTx | SystemTx, { issuer, subject }: Named) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${issuer}\n${subject}`}, 14))`.execute(tx);

export const insertIdentity = (tx: SystemTx, { issuer, subject }: Named, personId: string, now: Date) =>
  tx
    .insertInto('sso_identity')
    .values({ issuer, subject, person_id: personId, linked_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const findOwnIdentities = (tx: SystemTx, personId: string) =>
  tx.selectFrom('sso_identity').select(['issuer', 'subject']).where('person_id', '=', personId).execute();

/** Somebody with the roles of the whole installation, by id. */
export const findSelfForLink = (tx: SystemTx, personId: string) =>
  tx
    .selectFrom('person')
    .innerJoin('person_secret', 'person_secret.person_id', 'person.id')
    .select(['person.id as personId', 'person.system_roles as systemRoles', 'email', 'password_hash'])
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow();

/** What the organisation's groups give, and where. */
export async function loadRules(tx: SystemTx, organisationId: string): Promise<GroupRule[]> {
  const rows = await tx
    .selectFrom('sso_group')
    .select(['group_value as group', 'facility_id as facilityId', 'roles'])
    .where('organisation_id', '=', organisationId)
    .execute();
  return rows.map(({ roles, ...row }) => ({ ...row, roles: roles as GroupRule['roles'] }));
}

type Of = { readonly organisationId: string; readonly personId: string; readonly now: Date };

async function facilitiesBefore(tx: PersonTx | SystemTx, { organisationId, personId }: Of): Promise<readonly string[]> {
  const { rows } = await sql<{ ids: string[] }>`select sso_facilities(${organisationId}, ${personId}) as ids`.execute(
    tx,
  );
  return rows[0]?.ids ?? [];
}

const truth = async (asked: Promise<{ readonly rows: readonly { readonly given: boolean }[] }>) =>
  (await asked).rows[0]?.given === true;

/** Sets what came by the organisation's groups anew; whether they give anything anywhere. */
export async function setGiven(tx: PersonTx | SystemTx, of: Of, given: GivenRoles): Promise<boolean> {
  const { organisationId, personId, now } = of;
  const places = new Set([...given.facilities.keys(), ...(await facilitiesBefore(tx, of))]);
  let anything = await truth(
    sql<{ given: boolean }>`select set_sso_organisation_member(${organisationId}, ${personId},
      ${[...given.organisation]}::text[], ${now}) as given`.execute(tx),
  );
  for (const facilityId of [...places].toSorted()) {
    const roles = given.facilities.get(facilityId) ?? [];
    const here = await truth(
      sql<{ given: boolean }>`select set_sso_member(${organisationId}, ${facilityId}, ${personId},
        ${[...roles]}::text[], ${now}) as given`.execute(tx),
    );
    anything ||= here;
  }
  return anything;
}
