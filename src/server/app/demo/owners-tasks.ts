import type { Kysely } from 'kysely';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { lastDayOf } from '#core/plan/task.ts';
import { acceptPlan, editTask, listTasks } from '../../plan/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { submittedRun } from '../../sheet/index.ts';
import { actAs } from './act-as.ts';
import { momentIn } from './calendar.ts';
import { holderOf } from './hospital-runs.ts';
import type { OpenedFacility } from './open-facility.ts';
import { type Span, thisYear } from './span.ts';

type Parts = { readonly db: Kysely<Tables>; readonly catalogue: Catalogue };

/** What the owner takes on beside the patients: two that are done, one under way, one to come. */
const measures = [
  { id: 'MS1', quarter: 1 },
  { id: 'MS4', quarter: 2 },
  { id: 'MS8', quarter: 3 },
  { id: 'MS19', quarter: 4 },
] as const;
const underWay = 'MS8';

/** This year's tasks of the clinic whose owner does everything, out of last year's result. */
export function fillOwnersTasks(
  { db, catalogue }: Parts,
  { id, members }: OpenedFacility,
  { years, now }: Span,
): Promise<void> {
  const owner = holderOf(members, 'facility-administrator');
  const fiscalYear = years[thisYear] ?? 0;
  return actAs(db, id, owner, async (as) => {
    const context = as(owner, momentIn(fiscalYear, now, 0.1, 0.3));
    const run = await submittedRun(context.tx, id, { sheetId: 'small-facility', fiscalYear: fiscalYear - 1 });
    if (!run) return;
    const { added } = await acceptPlan(context, catalogue, { runId: run.id, fiscalYear, measures });
    if (added === 0) return;
    const { tasks } = await listTasks(context, catalogue, { fiscalYear });
    for (const task of tasks) {
      const { id: taskId, owner: _, fiscalYear: __, measureId, addedOn: _added, status: ___, ...edit } = task;
      const isOver = task.dueOn !== null && task.dueOn <= lastDayOf(fiscalYear, 2);
      const status = isOver ? 'done' : measureId === underWay ? 'doing' : 'todo';
      await editTask(as(owner, momentIn(fiscalYear, now, 0.5, 0.3)), { ...edit, status, taskId, ownerId: owner.id });
    }
  });
}
