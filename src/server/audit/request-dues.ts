import { sql } from 'kysely';
import { may } from '#core/identity/role.ts';
import { dueRows } from '../platform/due/due-rows.ts';

/** What auditors have asked people of the facility for; once an audit is reported, nobody waits for a reply any more. */
export const requestDues = dueRows({
  kind: 'request',
  mayRead: (roles) => may(roles, 'audit.read'),
  toldTo: ['auditor'],
  open: ({ tx, facilityId }) =>
    tx
      .selectFrom('audit_request as q')
      .innerJoin('audit as a', (join) =>
        join.onRef('a.facility_id', '=', 'q.facility_id').onRef('a.id', '=', 'q.audit_id'),
      )
      .innerJoin('person as p', 'p.id', 'q.of_id')
      .select(['q.id', 'q.wanted as title', 'q.due_on', 'q.of_id as owner_id', 'p.name as owner'])
      .select(sql<string>`'audits/' || q.audit_id`.as('page'))
      .where('q.facility_id', '=', facilityId)
      .where('q.replied_at', 'is', null)
      .where('a.reported_at', 'is', null)
      .as('due'),
});
