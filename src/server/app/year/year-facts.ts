import { type YearFacts, yearStepClauses } from '#core/app/year/year-step.ts';
import { dayInJapan, daysOfFiscalYear } from '#core/kernel/fiscal-year.ts';
import { auditsOfYear } from '../../audit/index.ts';
import { recordedDays } from '../../compliance/index.ts';
import { countTasks } from '../../plan/index.ts';
import type { DuePlace } from '../../platform/due/due-source.ts';
import { runsOfYear } from '../../sheet/index.ts';
import { findYearDays } from './year-day-repository.ts';

const assessments = ['hospital', 'small-facility'];

/** What is known of a fiscal year of the facility. */
export async function factsOf(context: DuePlace, fiscalYear: number): Promise<YearFacts> {
  const clauses = Object.values(yearStepClauses);
  const runs = (await runsOfYear(context.tx, context.facilityId, fiscalYear)).filter(({ sheetId }) =>
    assessments.includes(sheetId),
  );
  const submitted = runs.flatMap(({ submittedAt }) => submittedAt ?? []);
  const recorded = await recordedDays(context, clauses, daysOfFiscalYear(fiscalYear));
  const recordedOn = Object.entries(yearStepClauses).flatMap(([step, clause]) => {
    const day = recorded.get(clause);
    return day === undefined ? [] : [[step, day]];
  });
  return {
    fiscalYear,
    today: dayInJapan(context.now),
    assessment: { begun: runs.length > 0, submittedOn: submitted[0] ? dayInJapan(submitted[0]) : null },
    tasks: await countTasks(context, fiscalYear),
    audits: await auditsOfYear(context, fiscalYear),
    recordedOn: Object.fromEntries(recordedOn),
    dueOn: await findYearDays(context, fiscalYear),
  };
}
