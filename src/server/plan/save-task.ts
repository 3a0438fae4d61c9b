import { dueOutsideYear, isInYear, type Task, type TaskEdit } from '#core/plan/task.ts';
import { holdMembership } from '../identity/index.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { remindOfTasks } from './task-dues.ts';
import { insertTasks, lockTask, updateTask } from './task-repository.ts';

async function refuseStranger({ tx, facilityId }: FacilityContext, { ownerId }: TaskEdit): Promise<void> {
  const holds = ownerId === null || (await holdMembership(tx, facilityId, ownerId)) !== undefined;
  if (!holds) throw refused('plan/owner-not-member');
}

function refuseOtherYear(dueOn: string, fiscalYear: number): void {
  if (isInYear(dueOn, fiscalYear)) return;
  const faults = [{ field: 'dueOn', code: 'due-outside-year', message: dueOutsideYear(fiscalYear) }];
  throw refused('input-not-valid', { faults });
}

async function standing(context: FacilityContext, id: string): Promise<Task> {
  const task = await lockTask(context, id);
  if (!task) throw notFound();
  return task;
}

/** Adds a task that is no measure of a plan. */
export async function addTask(
  context: FacilityContext,
  added: TaskEdit & { readonly fiscalYear: number },
): Promise<Task> {
  refuseOtherYear(added.dueOn, added.fiscalYear);
  await refuseStranger(context, added);
  const tasks = await insertTasks(context, [{ ...added, measureId: null }]);
  const id = tasks[0]?.id ?? '';
  await recordActivity(context, 'task.added', id, { fiscalYear: added.fiscalYear });
  await remindOfTasks(context, tasks);
  return standing(context, id);
}

type Editing = TaskEdit & { readonly taskId: string; readonly revision: number };

/** Changes a task; refused with what stands where another change came first. */
export async function editTask(context: FacilityContext, { taskId, revision, ...edit }: Editing): Promise<Task> {
  const current = await standing(context, taskId);
  if (current.revision !== revision) throw refused('plan/task-changed', { current });
  if (edit.dueOn !== current.dueOn) refuseOtherYear(edit.dueOn, current.fiscalYear);
  if (edit.ownerId !== current.owner?.id) await refuseStranger(context, edit);
  const former = current.owner?.id ?? null;
  const detail = { status: edit.status, dueOn: edit.dueOn, owner: edit.ownerId, former, spent: edit.costSpent };
  await recordActivity(context, 'task.edited', taskId, detail);
  if (edit.status === 'done' && current.status !== 'done') await recordActivity(context, 'task.done', taskId);
  await updateTask(context, taskId, edit);
  await remindOfTasks(context, [{ id: taskId, dueOn: edit.dueOn }]);
  return standing(context, taskId);
}
