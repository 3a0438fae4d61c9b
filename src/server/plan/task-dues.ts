import { sql } from 'kysely';
import { may } from '#core/identity/role.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import type { DuePlace, DueSource } from '../platform/due/due-source.ts';
import { askToRemind } from '../platform/due/remind.ts';

const openTasks = ({ tx, facilityId }: DuePlace) =>
  tx
    .selectFrom('task')
    .leftJoin('person', 'person.id', 'task.owner_id')
    .select(['task.id', 'title', 'owner_id', 'person.name as owner_name'])
    .select(sql<string>`to_char(due_on, 'YYYY-MM-DD')`.as('due_on'))
    .where('task.facility_id', '=', facilityId)
    .where('status', 'in', ['todo', 'doing']);

type Row = Awaited<ReturnType<ReturnType<typeof openTasks>['executeTakeFirstOrThrow']>>;

const asDue = (row: Row) => ({
  kind: 'task' as const,
  id: row.id,
  title: row.title,
  dueOn: row.due_on,
  owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
});

type Owned = { readonly id: string; readonly dueOn: string; readonly ownerId: string | null };

/** Asks for the reminders of tasks that have an owner. */
export async function remindOwners(place: DuePlace, tasks: readonly Owned[]): Promise<void> {
  for (const { id, dueOn, ownerId } of tasks) {
    if (ownerId !== null) await askToRemind(place, { kind: 'task', id, dueOn }, ownerId);
  }
}

/** Tasks of this fiscal year and the one before that are not finished. */
export const taskDues: DueSource = {
  kind: 'task',
  mayRead: (roles) => may(roles, 'task.read'),
  list: async (place, { until, most, ownerId }) => {
    const year = fiscalYearOf(place.now);
    const rows = await openTasks(place)
      .where('fiscal_year', 'in', [year, year - 1])
      .where(sql<boolean>`due_on <= ${until}::date`)
      .$if(ownerId !== undefined, (all) => all.where('owner_id', '=', ownerId ?? ''))
      .orderBy('task.due_on')
      .orderBy('title')
      .orderBy('task.id')
      .limit(most)
      .execute();
    return rows.map(asDue);
  },
  find: async (place, id) => {
    const row = await openTasks(place).where('task.id', '=', id).executeTakeFirst();
    return row && asDue(row);
  },
};
