import { sql } from 'kysely';
import type { AuditPlan } from '#core/audit/audit.ts';
import { may } from '#core/identity/role.ts';
import { dueRows } from '../platform/due/due-rows.ts';
import type { DuePlace } from '../platform/due/due-source.ts';
import { askToRemind } from '../platform/due/remind.ts';

/** Asks for the reminders of the first day of an audit, to who leads it. */
export const remindOfAudit = (place: DuePlace, id: string, { plannedFrom }: Pick<AuditPlan, 'plannedFrom'>) =>
  askToRemind(place, { kind: 'audit', id, dueOn: plannedFrom });

/** Audits that are planned and have not begun, by the first of their days. */
export const auditDues = dueRows({
  kind: 'audit',
  mayRead: (roles) => may(roles, 'audit.read'),
  toldTo: ['auditor', 'safety-manager', 'facility-administrator'],
  open: ({ tx, facilityId }) =>
    tx
      .selectFrom('audit as a')
      .leftJoin('audit_member as m', (join) =>
        join.onRef('m.facility_id', '=', 'a.facility_id').onRef('m.audit_id', '=', 'a.id').on('m.lead', '=', true),
      )
      .leftJoin('person as p', 'p.id', 'm.person_id')
      .select(['a.id', 'a.title', 'a.planned_from as due_on', 'p.id as owner_id', 'p.name as owner'])
      .select(sql<string>`'audits/' || a.id`.as('page'))
      .where('a.facility_id', '=', facilityId)
      .where('a.begun_at', 'is', null)
      .as('due'),
});
