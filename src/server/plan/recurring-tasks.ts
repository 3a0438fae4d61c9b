import { type Catalogue, findMeasure } from '#core/catalogue/catalogue.ts';
import type { Effort } from '#core/plan/problem.ts';
import { laterYearOf } from '#core/plan/reckoned-cost.ts';
import type { Recurring } from '#core/plan/recurring.ts';
import { sameDayIn } from '#core/plan/task.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { findOwnEfforts } from './cost-repository.ts';
import { findGoingOn, type GoingOn } from './recurring-repository.ts';
import { remindOfTasks } from './task-dues.ts';
import { insertTasks, type NewTask } from './task-repository.ts';
import { yearFaults } from './wish-faults.ts';

type Found = { readonly last: GoingOn; readonly effort: Effort };

/** Finished measures that recur in a fiscal year, with what one year of them takes. */
async function findRecurring(
  context: FacilityContext,
  catalogue: Catalogue,
  fiscalYear: number,
): Promise<readonly Found[]> {
  const own = await findOwnEfforts(context);
  return (await findGoingOn(context, fiscalYear)).flatMap((last) => {
    const placed = findMeasure(catalogue, last.measureId);
    const effort = placed && laterYearOf(placed.measure, placed.sheet.id, own);
    return effort ? [{ last, effort }] : [];
  });
}

/** The recurring measures of a fiscal year, with a task in it or without. */
export async function listRecurring(
  context: FacilityContext,
  catalogue: Catalogue,
  fiscalYear: number,
): Promise<Recurring[]> {
  return (await findRecurring(context, catalogue, fiscalYear)).map(({ last, effort: { cost, personDays } }) => {
    const { measureId, title } = last;
    return { measureId, title, cost, personDays, hasTask: last.fiscalYear === fiscalYear };
  });
}

type Adding = { readonly fiscalYear: number; readonly measureIds: readonly string[] };

/** Makes tasks of recurring measures: due on the same day, for whom had them, at what one year takes; what the year has stays. */
export async function addRecurring(context: FacilityContext, catalogue: Catalogue, { fiscalYear, measureIds }: Adding) {
  const found = await findRecurring(context, catalogue, fiscalYear);
  const wanted = found.filter(({ last }) => measureIds.includes(last.measureId));
  const unknown = measureIds.filter((id) => !wanted.some(({ last }) => last.measureId === id));
  const faults = [
    ...yearFaults({ fiscalYear }, context.now),
    ...unknown.map((id) => ({
      field: 'measureIds',
      code: 'measure-not-recurring',
      message: `「${id}」は、毎年続ける対策ではないか、まだ終えていません。`,
    })),
  ];
  if (faults.length > 0) throw refused('input-not-valid', { faults });
  const added = await insertTasks(
    context,
    wanted.map((one) => nextOf(one, fiscalYear)),
  );
  await remindOfTasks(context, added);
  await recordActivity(context, 'task.recurred', null, { fiscalYear, added: added.length });
  return { added: added.length };
}

const nextOf = ({ last, effort }: Found, fiscalYear: number): NewTask => ({
  fiscalYear,
  measureId: last.measureId,
  title: last.title,
  ownerId: last.ownerId,
  dueOn: sameDayIn(fiscalYear, last.dueOn),
  status: 'todo',
  costPlanned: effort.cost,
  costSpent: 0,
  personDays: effort.personDays,
  aim: last.aim,
  measuredBy: last.measuredBy,
});
