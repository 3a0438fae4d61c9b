import { carriedOver } from '#core/plan/task.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { remindOwners } from './task-dues.ts';
import { insertTasks, lockOpenTasks, markCarried } from './task-repository.ts';

/** Goes on in a fiscal year with what the one before has not finished; a measure the year has already is not doubled. */
export async function carryOver(context: FacilityContext, fiscalYear: number): Promise<{ readonly carried: number }> {
  const open = await lockOpenTasks(context, fiscalYear - 1);
  if (open.length === 0) return { carried: 0 };
  const on = open.map(carriedOver).map(({ owner, ...task }) => ({ ...task, ownerId: owner?.id ?? null }));
  const added = await insertTasks(context, on);
  await recordActivity(context, 'task.carried', null, { fiscalYear, open: open.length, added: added.length });
  await remindOwners(context, added);
  await markCarried(
    context,
    open.map(({ id }) => id),
  );
  return { carried: open.length };
}
