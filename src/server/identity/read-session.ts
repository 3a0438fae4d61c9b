import type { Session } from '#core/identity/contract.ts';
import { type FacilityRole, needsSecondFactor, type Role, type SystemRole } from '#core/identity/role.ts';
import { asPerson } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';

function pendingOf(person: { confirmed: boolean; secondFactor: boolean; roles: readonly Role[] }): Session['pending'] {
  if (person.secondFactor) return 'none';
  if (person.confirmed) return 'second-factor';
  return needsSecondFactor(person.roles) ? 'enrol-second-factor' : 'none';
}

/** Who is signed in, what is still missing, and where the person belongs. */
export async function readSession({ db }: RequestContext, personId: string, secondFactor: boolean): Promise<Session> {
  const { person, members } = await asPerson(db, { personId }, async (tx) => ({
    person: await tx.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst(),
    members: await tx
      .selectFrom('member')
      .innerJoin('facility', 'facility.id', 'member.facility_id')
      .select(['facility.id', 'facility.name', 'member.roles'])
      .where('member.person_id', '=', personId)
      .orderBy('facility.name')
      .execute(),
  }));
  if (!person) throw notFound();
  const systemRoles = person.system_roles as SystemRole[];
  const facilities = members.map(({ id, name, roles }) => ({ id, name, roles: roles as FacilityRole[] }));
  return {
    person: { id: person.id, name: person.name },
    pending: pendingOf({
      confirmed: person.totp_confirmed,
      secondFactor,
      roles: [...systemRoles, ...facilities.flatMap((facility) => facility.roles)],
    }),
    systemRoles,
    facilities,
  };
}
