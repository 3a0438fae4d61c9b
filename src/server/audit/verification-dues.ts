import { sql } from 'kysely';
import { daysToVerify } from '#core/audit/finding.ts';
import { may } from '#core/identity/role.ts';
import { dueRows } from '../platform/due/due-rows.ts';

/** What was said to be put right, by the day somebody of the team has looked at it. */
export const verificationDues = dueRows({
  kind: 'verification',
  mayRead: (roles) => may(roles, 'audit.read'),
  toldTo: ['auditor'],
  open: ({ tx, facilityId }) =>
    tx
      .selectFrom('audit_finding as f')
      .leftJoin('audit_member as m', (join) =>
        join
          .onRef('m.facility_id', '=', 'f.facility_id')
          .onRef('m.audit_id', '=', 'f.audit_id')
          .on('m.lead', '=', true),
      )
      .leftJoin('person as p', 'p.id', 'm.person_id')
      .select(['f.id', 'f.statement as title', 'p.id as owner_id', 'p.name as owner'])
      .select(
        sql<string>`(f.corrected_at at time zone 'Asia/Tokyo')::date + ${sql.lit(daysToVerify)}::int`.as('due_on'),
      )
      .select(sql<string>`'audits/' || f.audit_id`.as('page'))
      .where('f.facility_id', '=', facilityId)
      .where('f.state', '=', 'corrected')
      .as('due'),
});
