import { sql } from 'kysely';
import { may } from '#core/identity/role.ts';
import type { Due } from '#core/kernel/due.ts';
import type { DuePlace, DueSource } from '../platform/due/due-source.ts';

const openFindings = ({ tx, facilityId }: DuePlace) =>
  tx
    .selectFrom('audit_finding as f')
    .leftJoin('person as p', 'p.id', 'f.owner_id')
    .select(['f.id', 'f.audit_id', 'f.statement', 'f.owner_id', 'p.name'])
    .select(sql<string>`to_char(f.due_on, 'YYYY-MM-DD')`.as('due_on'))
    .where('f.facility_id', '=', facilityId)
    .where('f.state', '=', 'open')
    .where('f.due_on', 'is not', null);

type Row = Awaited<ReturnType<ReturnType<typeof openFindings>['executeTakeFirstOrThrow']>>;

const asDue = (row: Row): Due => ({
  ...{ kind: 'finding', id: row.id, title: row.statement, dueOn: row.due_on, page: `audits/${row.audit_id}` },
  owner: row.owner_id === null ? null : { id: row.owner_id, name: row.name ?? '' },
});

/** What audits found and nobody has put right yet. */
export const findingDues: DueSource = {
  kind: 'finding',
  mayRead: (roles) => may(roles, 'audit.read'),
  list: async (place, { until, most, ownerId }) => {
    const rows = await openFindings(place)
      .where(sql<boolean>`f.due_on <= ${until}::date`)
      .$if(ownerId !== undefined, (all) => all.where('f.owner_id', '=', ownerId ?? ''))
      .orderBy('f.due_on')
      .orderBy('f.id')
      .limit(most)
      .execute();
    return rows.map(asDue);
  },
  find: async (place, id) => {
    const row = await openFindings(place).where('f.id', '=', id).executeTakeFirst();
    return row && asDue(row);
  },
};
