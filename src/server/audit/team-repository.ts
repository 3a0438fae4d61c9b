import { sql } from 'kysely';
import type { AuditPlan } from '#core/audit/audit.ts';
import type { Role } from '#core/identity/role.ts';
import type { FacilityContext } from '../platform/http/context.ts';

type Scope = Pick<FacilityContext, 'tx' | 'facilityId'>;

/** Who audits, the one who leads first. */
export async function findTeam({ tx, facilityId }: Scope, auditId: string) {
  const rows = await tx
    .selectFrom('audit_member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['p.id', 'p.name', 'm.lead', 'm.areas'])
    .where('m.facility_id', '=', facilityId)
    .where('m.audit_id', '=', auditId)
    .orderBy('m.lead', 'desc')
    .orderBy('p.name')
    .orderBy('p.id')
    .execute();
  return rows.map(({ id, name, lead, areas }) => ({ person: { id, name }, lead, areas }));
}

/** The same as a plan names them. */
export const findSeats = async (scope: Scope, auditId: string): Promise<AuditPlan['team']> =>
  (await findTeam(scope, auditId)).map(({ person, lead, areas }) => ({ personId: person.id, lead, areas }));

/** The areas these people have in audits that have begun, and since when. */
export async function seatsOf({ tx, facilityId }: Scope, people: readonly string[]) {
  const rows = await tx
    .selectFrom('audit_member as m')
    .innerJoin('audit as a', (join) =>
      join.onRef('a.facility_id', '=', 'm.facility_id').onRef('a.id', '=', 'm.audit_id'),
    )
    .select(['m.person_id as personId', 'm.areas', 'a.begun_at'])
    .where('m.facility_id', '=', facilityId)
    .where('a.begun_at', 'is not', null)
    .where(sql<boolean>`m.person_id = any (${people}::uuid[])`)
    .execute();
  return rows.flatMap(({ begun_at, ...seat }) => (begun_at === null ? [] : [{ ...seat, begunAt: begun_at }]));
}

/** Who leads and who else audits, for the log. */
export const namesOf = (team: AuditPlan['team']) => ({
  lead: team.find(({ lead }) => lead)?.personId ?? null,
  team: team.map(({ personId }) => personId).join(' '),
});

export async function replaceTeam({ tx, facilityId }: Scope, auditId: string, team: AuditPlan['team']): Promise<void> {
  await tx.deleteFrom('audit_member').where('facility_id', '=', facilityId).where('audit_id', '=', auditId).execute();
  const rows = team.map(({ personId, lead, areas }) => {
    return { facility_id: facilityId, audit_id: auditId, person_id: personId, lead, areas: [...areas] };
  });
  if (rows.length > 0) await tx.insertInto('audit_member').values(rows).execute();
}

/** The members of the facility who hold the role of an auditor, with all their roles. */
export async function findAuditors({ tx, facilityId }: Scope) {
  const rows = await tx
    .selectFrom('member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['p.id', 'p.name', 'm.roles'])
    .where('m.facility_id', '=', facilityId)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute();
  return rows
    .filter(({ roles }) => roles.includes('auditor'))
    .map(({ id, name, roles }) => ({ person: { id, name }, roles: roles as Role[] }));
}
