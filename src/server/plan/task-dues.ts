import { sql } from 'kysely';
import { may } from '#core/identity/role.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { dueRows } from '../platform/due/due-rows.ts';
import { type DuePlace, whoPlans } from '../platform/due/due-source.ts';
import { askToRemindAll } from '../platform/due/remind.ts';

type Added = { readonly id: string; readonly dueOn: string };

/** Asks for the reminders of tasks. */
export const remindOfTasks = (place: DuePlace, tasks: readonly Added[]): Promise<void> =>
  askToRemindAll(
    place,
    tasks.map(({ id, dueOn }) => ({ kind: 'task', id, dueOn })),
  );

/** Tasks of this fiscal year and the one before that are not finished. */
export const taskDues = dueRows({
  kind: 'task',
  mayRead: (roles) => may(roles, 'task.read'),
  toldTo: whoPlans,
  overdue: 'task.overdue',
  open: ({ tx, facilityId, now }) =>
    tx
      .selectFrom('task as t')
      .leftJoin('person as p', 'p.id', 't.owner_id')
      .select(['t.id', 't.title', 't.due_on', 't.owner_id', 'p.name as owner'])
      .select(sql<string>`'tasks/' || t.id`.as('page'))
      .where('t.facility_id', '=', facilityId)
      .where('t.fiscal_year', 'in', [fiscalYearOf(now), fiscalYearOf(now) - 1])
      .where('t.status', 'in', ['todo', 'doing'])
      .as('due'),
});
