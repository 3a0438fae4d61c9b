import { randomUUID } from 'node:crypto';
import { type Insertable, sql, type Transaction } from 'kysely';
import { inOrder } from '#core/identity/member-roles.ts';
import type { FacilityRole } from '#core/identity/role.ts';
import { inJapanese } from '../platform/database/in-japanese.ts';
import type { PersonTables } from '../platform/database/person-tables.ts';
import type { FacilityTx, PersonTx, SystemTx } from '../platform/database/transaction.ts';
import { findUsableOrganisationInvitation, takeOrganisationInvitation } from './organisation-member-repository.ts';

const rolesOf = (stored: readonly string[]) => inOrder(stored as readonly FacilityRole[]);

const membersOf = (tx: FacilityTx, facilityId: string) =>
  tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.id as personId', 'person.name', 'member.roles'])
    .where('member.facility_id', '=', facilityId)
    .orderBy(inJapanese('person.name'));

export async function findMembers(tx: FacilityTx, facilityId: string) {
  const rows = await membersOf(tx, facilityId).execute();
  return rows.map((row) => ({ ...row, roles: rolesOf(row.roles) }));
}

/** The members held, so that roles change one after the other. */
export async function lockMembers(tx: FacilityTx, facilityId: string) {
  const rows = await membersOf(tx, facilityId).forUpdate('member').execute();
  return rows.map((row) => ({ ...row, roles: rolesOf(row.roles) }));
}

/** Holds the membership until the transaction ends, so that nobody ends or changes it meanwhile; undefined where there is none. */
export async function holdMembership(tx: FacilityTx, facilityId: string, personId: string) {
  const held = await tx
    .selectFrom('member')
    .select('roles')
    .where('facility_id', '=', facilityId)
    .where('person_id', '=', personId)
    .forShare()
    .executeTakeFirst();
  return held && rolesOf(held.roles);
}

export const updateRoles = (tx: FacilityTx, facilityId: string, personId: string, roles: readonly FacilityRole[]) =>
  tx
    .updateTable('member')
    .set({ roles: [...roles] })
    .where('facility_id', '=', facilityId)
    .where('person_id', '=', personId)
    .execute();

/** Ends a membership; the facility still names the person beside what the person did. */
export async function endMembership(tx: FacilityTx, facilityId: string, personId: string, at: Date): Promise<void> {
  await tx
    .insertInto('former_member')
    .values({ facility_id: facilityId, person_id: personId, left_at: at })
    .onConflict((conflict) => conflict.columns(['facility_id', 'person_id']).doUpdateSet({ left_at: at }))
    .execute();
  await tx.deleteFrom('member').where('facility_id', '=', facilityId).where('person_id', '=', personId).execute();
}

export async function findInvitations(tx: FacilityTx, facilityId: string) {
  const rows = await tx
    .selectFrom('invitation')
    .leftJoin('mail', (join) =>
      join.onRef('mail.facility_id', '=', 'invitation.facility_id').onRef('mail.subject', '=', 'invitation.id'),
    )
    .select(['invitation.id', 'name', 'roles', 'expires_at', 'accepted_at', 'withdrawn_at'])
    .select(['mail.state as mailState', 'mail.tries as mailTries'])
    .where('invitation.facility_id', '=', facilityId)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, roles: rolesOf(row.roles) }));
}

export const insertInvitation = (
  tx: Transaction<Pick<PersonTables, 'invitation'>>,
  row: Insertable<PersonTables['invitation']>,
) => tx.insertInto('invitation').values(row).execute();

/** Holds an invitation nobody has taken; false where there is none. */
export async function lockOpen(tx: FacilityTx, facilityId: string, id: string): Promise<boolean> {
  const open = await tx
    .selectFrom('invitation')
    .select('id')
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return open !== undefined;
}

export const markWithdrawn = (tx: FacilityTx, facilityId: string, id: string, at: Date) =>
  tx
    .updateTable('invitation')
    .set({ withdrawn_at: at })
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .execute();

/** The facility held, and whether anyone belongs to it; undefined where it is not in the register. */
export async function lockFacility(tx: SystemTx, facilityId: string) {
  const facility = await tx
    .selectFrom('facility')
    .select(['name', 'opened_at'])
    .where('id', '=', facilityId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  const members = await sql<{ found: boolean }>`select facility_has_members(${facilityId}) as found`.execute(tx);
  return (
    facility && {
      name: facility.name,
      opened: facility.opened_at !== null,
      hasMembers: members.rows[0]?.found === true,
    }
  );
}

/** Withdraws what was offered before to a facility without members. */
export const withdrawFirst = (tx: SystemTx, facilityId: string, now: Date) =>
  tx
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('facility_id', '=', facilityId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();

export async function findUsableInvitation(tx: PersonTx, tokenHash: Buffer, now: Date) {
  const invitation = await tx
    .selectFrom('invitation')
    .innerJoin('facility', 'facility.id', 'invitation.facility_id')
    .select(['facility.name as facilityName', 'invitation.name', 'invitation.roles'])
    .where('token_hash', '=', tokenHash)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (invitation) return { ...invitation, roles: rolesOf(invitation.roles) };
  return findUsableOrganisationInvitation(tx, tokenHash, now);
}

/** Makes the person a member by the invitation, with its activity; false where the link is not usable: roll back. */
export async function takeInvitation(tx: PersonTx, tokenHash: Buffer, personId: string, now: Date): Promise<boolean> {
  const taken = await sql<{ facility: string | null }>`
    select accept_invitation(${tokenHash}, ${personId}, ${randomUUID()}, ${now}) as facility`.execute(tx);
  if (taken.rows[0]?.facility) return true;
  return takeOrganisationInvitation(tx, tokenHash, personId, now);
}
