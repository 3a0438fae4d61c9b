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
