import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Measure } from '#core/catalogue/sheet.ts';
import type { Effort } from '#core/plan/problem.ts';
import type { Quarter } from '#core/plan/schedule.ts';
import { lastDayOf } from '#core/plan/task.ts';
import { findAnswered } from '../assessment/index.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { effortsOf } from './efforts.ts';
import { measuresOf, planSheetOf, unknownMeasures } from './sheet-measures.ts';
import { remindOfTasks } from './task-dues.ts';
import { insertTasks, type NewTask } from './task-repository.ts';
import { yearFaults } from './wish-faults.ts';

type Accepted = {
  readonly runId: string;
  readonly fiscalYear: number;
  readonly measures: readonly { readonly id: string; readonly quarter: Quarter }[];
};

/** Makes tasks of the measures of a plan, each due at the end of its quarter; those the year has already stay as they are. */
export async function acceptPlan(context: FacilityContext, catalogue: Catalogue, accepted: Accepted) {
  const { run, sheet: answered } = await findAnswered(context, catalogue, accepted.runId);
  if (run.status !== 'submitted') throw refused('plan/not-submitted');
  const sheet = planSheetOf(catalogue, answered);
  const ids = accepted.measures.map(({ id }) => id);
  const faults = [...unknownMeasures(sheet, ids, 'measures'), ...yearFaults(accepted, context.now)];
  if (faults.length > 0) throw refused('input-not-valid', { faults });
  const { effortOf } = await effortsOf(context, sheet, accepted.fiscalYear);
  const quarterOf = new Map(accepted.measures.map(({ id, quarter }) => [id, quarter]));
  const tasks = measuresOf(sheet).flatMap((measure) => {
    const quarter = quarterOf.get(measure.id);
    return quarter ? [taskOf(measure, effortOf(measure), quarter, accepted.fiscalYear)] : [];
  });
  const added = await insertTasks(context, tasks);
  await remindOfTasks(context, added);
  const counts = { added: added.length, standing: tasks.length - added.length };
  await recordActivity(context, 'plan.accepted', accepted.runId, { fiscalYear: accepted.fiscalYear, ...counts });
  return counts;
}

function taskOf(
  { id, title, why }: Measure,
  { cost, personDays }: Effort,
  quarter: Quarter,
  fiscalYear: number,
): NewTask {
  return {
    fiscalYear,
    measureId: id,
    title,
    ownerId: null,
    dueOn: lastDayOf(fiscalYear, quarter),
    status: 'todo',
    costPlanned: cost,
    costSpent: 0,
    personDays,
    aim: why,
    measuredBy: '',
  };
}
