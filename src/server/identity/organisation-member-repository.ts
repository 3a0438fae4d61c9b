import { randomUUID } from 'node:crypto';
import { type Insertable, sql, type Transaction } from 'kysely';
import { organisationRolesInOrder } from '#core/identity/member-roles.ts';
import type { OrganisationRole, Role } from '#core/identity/role.ts';
import type { OrganisationTables } from '../platform/database/above-tables.ts';
import { inJapanese } from '../platform/database/in-japanese.ts';
import type { OrganisationTx, PersonTx, SystemTx } from '../platform/database/transaction.ts';

const rolesOf = (stored: readonly string[]) => organisationRolesInOrder(stored as readonly Role[]);

const membersOf = (tx: OrganisationTx, organisationId: string) =>
  tx
    .selectFrom('organisation_member')
    .innerJoin('person', 'person.id', 'organisation_member.person_id')
    .select(['person.id as personId', 'person.name', 'organisation_member.roles'])
    .where('organisation_member.organisation_id', '=', organisationId)
    .orderBy(inJapanese('person.name'));

export async function findOrganisationMembers(tx: OrganisationTx, organisationId: string) {
  const rows = await membersOf(tx, organisationId).execute();
  return rows.map((row) => ({ ...row, roles: rolesOf(row.roles) }));
}

/** The members held, so that roles change one after the other. */
export async function lockOrganisationMembers(tx: OrganisationTx, organisationId: string) {
  const rows = await membersOf(tx, organisationId).forUpdate('organisation_member').execute();
  return rows.map((row) => ({ ...row, roles: rolesOf(row.roles) }));
}

type MemberKey = { readonly organisationId: string; readonly personId: string };

export const updateOrganisationRoles = (
  tx: OrganisationTx,
  { organisationId, personId }: MemberKey,
  roles: readonly OrganisationRole[],
) =>
  tx
    .updateTable('organisation_member')
    .set({ roles: [...roles] })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .execute();

export const endOrganisationMembership = (tx: OrganisationTx, { organisationId, personId }: MemberKey) =>
  tx
    .deleteFrom('organisation_member')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .execute();

export async function findOrganisationInvitations(tx: OrganisationTx, organisationId: string) {
  const rows = await tx
    .selectFrom('organisation_invitation')
    .leftJoin('mail', (join) =>
      join
        .onRef('mail.organisation_id', '=', 'organisation_invitation.organisation_id')
        .onRef('mail.subject', '=', 'organisation_invitation.id'),
    )
    .select(['organisation_invitation.id', 'name', 'roles', 'expires_at', 'accepted_at', 'withdrawn_at'])
    .select(['mail.state as mailState', 'mail.tries as mailTries'])
    .where('organisation_invitation.organisation_id', '=', organisationId)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, roles: rolesOf(row.roles) }));
}

export const insertOrganisationInvitation = (
  tx: Transaction<Pick<OrganisationTables, 'organisation_invitation'>>,
  row: Insertable<OrganisationTables['organisation_invitation']>,
) => tx.insertInto('organisation_invitation').values(row).execute();

/** Holds an invitation nobody has taken; false where there is none. */
export async function lockOpenOrganisationInvitation(tx: OrganisationTx, organisationId: string, id: string) {
  const open = await tx
    .selectFrom('organisation_invitation')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return open !== undefined;
}

export const markOrganisationInvitationWithdrawn = (tx: OrganisationTx, organisationId: string, id: string, at: Date) =>
  tx
    .updateTable('organisation_invitation')
    .set({ withdrawn_at: at })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();

export async function organisationHasMembers(tx: SystemTx, organisationId: string): Promise<boolean> {
  const members = await sql<{ found: boolean }>`select organisation_has_members(${organisationId}) as found`.execute(
    tx,
  );
  return members.rows[0]?.found === true;
}

/** Withdraws what was offered before to an organisation without members. */
export const withdrawFirstOfOrganisation = (tx: SystemTx, organisationId: string, now: Date) =>
  tx
    .updateTable('organisation_invitation')
    .set({ withdrawn_at: now })
    .where('organisation_id', '=', organisationId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();

export async function findUsableOrganisationInvitation(tx: PersonTx, tokenHash: Buffer, now: Date) {
  const invitation = await tx
    .selectFrom('organisation_invitation')
    .innerJoin('organisation', 'organisation.id', 'organisation_invitation.organisation_id')
    .select(['organisation.name as facilityName', 'organisation_invitation.name', 'organisation_invitation.roles'])
    .where('token_hash', '=', tokenHash)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return invitation && { ...invitation, roles: rolesOf(invitation.roles) };
}

/** Makes the person a member of the organisation of the link; false where the link is not usable: roll back. */
export async function takeOrganisationInvitation(
  tx: PersonTx,
  tokenHash: Buffer,
  personId: string,
  now: Date,
): Promise<boolean> {
  const taken = await sql<{ organisation: string | null }>`
    select accept_organisation_invitation(${tokenHash}, ${personId}, ${randomUUID()}, ${now}) as organisation`.execute(
    tx,
  );
  return (taken.rows[0]?.organisation ?? null) !== null;
}
