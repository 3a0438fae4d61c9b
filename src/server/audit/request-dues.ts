import { sql } from 'kysely';
import { may } from '#core/identity/role.ts';
import type { Due } from '#core/kernel/due.ts';
import type { DuePlace, DueSource } from '../platform/due/due-source.ts';

/** Once an audit is reported, nobody waits for a reply any more. */
const unanswered = ({ tx, facilityId }: DuePlace) =>
  tx
    .selectFrom('audit_request as q')
    .innerJoin('audit as a', (join) =>
      join.onRef('a.facility_id', '=', 'q.facility_id').onRef('a.id', '=', 'q.audit_id'),
    )
    .innerJoin('person as p', 'p.id', 'q.of_id')
    .select(['q.id', 'q.audit_id', 'q.wanted', 'q.of_id', 'p.name'])
    .select(sql<string>`to_char(q.due_on, 'YYYY-MM-DD')`.as('due_on'))
    .where('q.facility_id', '=', facilityId)
    .where('q.replied_at', 'is', null)
    .where('a.reported_at', 'is', null);

type Row = Awaited<ReturnType<ReturnType<typeof unanswered>['executeTakeFirstOrThrow']>>;

const asDue = (row: Row): Due => ({
  ...{ kind: 'request', id: row.id, title: row.wanted, dueOn: row.due_on, page: `audits/${row.audit_id}` },
  owner: { id: row.of_id, name: row.name },
});

/** What auditors have asked people of the facility for. */
export const requestDues: DueSource = {
  kind: 'request',
  mayRead: (roles) => may(roles, 'audit.read'),
  list: async (place, { until, most, ownerId }) => {
    const rows = await unanswered(place)
      .where(sql<boolean>`q.due_on <= ${until}::date`)
      .$if(ownerId !== undefined, (all) => all.where('q.of_id', '=', ownerId ?? ''))
      .orderBy('q.due_on')
      .orderBy('q.id')
      .limit(most)
      .execute();
    return rows.map(asDue);
  },
  find: async (place, id) => {
    const row = await unanswered(place).where('q.id', '=', id).executeTakeFirst();
    return row && asDue(row);
  },
};
