import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { mayCarryOver } from '#core/plan/task.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { holdOpenTasks, insertCarried, markCarried, tieStanding } from './carry-repository.ts';
import { remindOfTasks } from './task-dues.ts';

/** What other capabilities have at the tasks of the year before, and move along. */
export type OnCarried = (context: FacilityContext, fiscalYear: number) => Promise<void>;

/** Goes on in a fiscal year with what the one before has not finished; a measure the year has already is not doubled. */
export async function carryOver(
  context: FacilityContext,
  fiscalYear: number,
  onCarried: OnCarried,
): Promise<{ readonly carried: number }> {
  if (!mayCarryOver(fiscalYear, dayInJapan(context.now))) throw refused('plan/carried-too-early');
  await holdOpenTasks(context, fiscalYear);
  const added = await insertCarried(context, fiscalYear);
  await tieStanding(context, fiscalYear);
  const carried = await markCarried(context, fiscalYear);
  if (carried === 0) return { carried };
  await recordActivity(context, 'task.carried', null, { fiscalYear, open: carried, added: added.length });
  await remindOfTasks(context, added);
  await onCarried(context, fiscalYear);
  return { carried };
}
