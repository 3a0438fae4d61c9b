import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Measure } from '#core/catalogue/sheet.ts';
import type { Effort } from '#core/plan/problem.ts';
import type { Quarter } from '#core/plan/schedule.ts';
import { lastDayOf } from '#core/plan/task.ts';
import type { AcceptedPlan } from '#core/plan/wish.ts';
import { findAnswered } from '../assessment/index.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { effortsOf } from './efforts.ts';
import { measuresOf, planSheetOf, unknownMeasures } from './sheet-measures.ts';
import { remindOfTasks } from './task-dues.ts';
import { insertTasks, type NewTask } from './task-repository.ts';
import { wishFaults, yearFaults } from './wish-faults.ts';
import { insertAcceptance } from './wish-repository.ts';

type Accepted = {
  readonly runId: string;
  readonly fiscalYear: number;
  readonly measures: readonly { readonly id: string; readonly quarter: Quarter }[];
  readonly plan?: AcceptedPlan | undefined;
};

/**
 * Makes tasks of the measures of a plan, each due at the end of its quarter, those begun under way; those the year has already stay
 * as they are.
 */
export async function acceptPlan(context: FacilityContext, catalogue: Catalogue, accepted: Accepted) {
  const { run, sheet: answered } = await findAnswered(context, catalogue, accepted.runId);
  if (run.status !== 'submitted') throw refused('plan/not-submitted');
  const sheet = planSheetOf(catalogue, answered);
  const ids = accepted.measures.map(({ id }) => id);
  const { fiscalYear, plan } = accepted;
  const asked = plan ? wishFaults(sheet, { ...plan, fiscalYear }, context.now) : yearFaults(accepted, context.now);
  const faults = [...unknownMeasures(sheet, ids, 'measures'), ...asked];
  if (faults.length > 0) throw refused('input-not-valid', { faults });
  const { effortOf } = await effortsOf(context, sheet, fiscalYear);
  const quarterOf = new Map(accepted.measures.map(({ id, quarter }) => [id, quarter]));
  const tasks = measuresOf(sheet).flatMap((measure) => {
    const quarter = quarterOf.get(measure.id);
    return quarter ? [taskOf(measure, effortOf(measure), quarter, accepted)] : [];
  });
  const added = await insertTasks(context, tasks);
  await remindOfTasks(context, added);
  const counts = { added: added.length, standing: tasks.length - added.length };
  await recordActivity(context, 'plan.accepted', accepted.runId, { fiscalYear, ...counts });
  if (plan) await insertAcceptance(context, { runId: accepted.runId, fiscalYear, measures: tasks.length, plan });
  return counts;
}

function taskOf(
  { id, title, why }: Measure,
  { cost, personDays }: Effort,
  quarter: Quarter,
  { fiscalYear, plan }: Accepted,
): NewTask {
  return {
    fiscalYear,
    measureId: id,
    title,
    ownerId: null,
    dueOn: lastDayOf(fiscalYear, quarter),
    status: plan?.begun.includes(id) ? 'doing' : 'todo',
    costPlanned: cost,
    costSpent: 0,
    personDays,
    aim: why,
    measuredBy: '',
  };
}
