import { randomUUID } from 'node:crypto';
import type { AuditPlan } from '#core/audit/audit.ts';
import type { TeamChange } from '#core/audit/team-change.ts';
import type { FacilityContext } from '../platform/http/context.ts';

type Team = AuditPlan['team'];
type Change = { readonly auditId: string; readonly former: Team; readonly present: Team; readonly reason: string };

export const insertTeamChange = ({ tx, facilityId, personId, now }: FacilityContext, change: Change) =>
  tx
    .insertInto('audit_team_change')
    .values({
      facility_id: facilityId,
      id: randomUUID(),
      audit_id: change.auditId,
      changed_by: personId,
      changed_at: now,
      reason: change.reason.trim(),
      former: JSON.stringify(change.former),
      present: JSON.stringify(change.present),
    })
    .execute();

type Scope = Pick<FacilityContext, 'tx' | 'facilityId'>;

/** How the team of an audit was changed after it had begun, the oldest first. */
export async function findTeamChanges({ tx, facilityId }: Scope, auditId: string): Promise<TeamChange[]> {
  const rows = await tx
    .selectFrom('audit_team_change as c')
    .innerJoin('person as p', 'p.id', 'c.changed_by')
    .select(['c.id', 'c.changed_at', 'c.reason', 'c.former', 'c.present', 'p.id as by', 'p.name'])
    .where('c.facility_id', '=', facilityId)
    .where('c.audit_id', '=', auditId)
    .orderBy('c.changed_at')
    .orderBy('c.id')
    .execute();
  const ids = new Set(
    rows.flatMap(({ former, present }) => [...(former as Team), ...(present as Team)]).map(({ personId }) => personId),
  );
  const people =
    ids.size === 0
      ? []
      : await tx
          .selectFrom('person')
          .select(['id', 'name'])
          .where('id', 'in', [...ids])
          .execute();
  const named = (team: Team) =>
    team.map(({ personId, lead, areas }) => {
      return { person: { id: personId, name: people.find(({ id }) => id === personId)?.name ?? '' }, lead, areas };
    });
  return rows.map(({ id, changed_at, reason, former, present, by, name }) => ({
    id,
    changedBy: { id: by, name },
    changedAt: changed_at,
    reason,
    former: named(former as Team),
    present: named(present as Team),
  }));
}
