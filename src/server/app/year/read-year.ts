import type { Year } from '#core/app/year/year-contract.ts';
import { listedUntil, type YearFacts, yearStepClauses, yearSteps } from '#core/app/year/year-step.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { inDueOrder } from '#core/kernel/due.ts';
import { dayInJapan, daysOfFiscalYear, fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { recordedDays } from '../../compliance/index.ts';
import { countTasks } from '../../plan/index.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { runsOfYear } from '../../sheet/index.ts';
import { dueSources } from './due-sources.ts';
import { findYearDays } from './year-day-repository.ts';

const mostListed = 100;
const assessments = ['hospital', 'small-facility'];

async function factsOf(context: FacilityContext): Promise<YearFacts> {
  const fiscalYear = fiscalYearOf(context.now);
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
    recordedOn: Object.fromEntries(recordedOn),
    dueOn: await findYearDays(context, fiscalYear),
  };
}

async function listDues(context: FacilityContext, catalogue: Catalogue): Promise<Pick<Year, 'dues' | 'more'>> {
  const { roles, personId, now } = context;
  const isStaff = roles.every((role) => role === 'staff');
  const asked = {
    until: listedUntil(dayInJapan(now)),
    most: mostListed + 1,
    ...(isStaff && { ownerId: personId }),
  };
  const lists = [];
  for (const source of dueSources(catalogue)) if (source.mayRead(roles)) lists.push(await source.list(context, asked));
  const dues = inDueOrder(lists.flat());
  return { dues: dues.slice(0, mostListed), more: dues.length > mostListed };
}

/** The fiscal year of the facility as it stands, and what is due in it; staff see what is theirs. */
export async function readYear(context: FacilityContext, catalogue: Catalogue): Promise<Year> {
  const facts = await factsOf(context);
  const { fiscalYear } = facts;
  return { fiscalYear, steps: [...yearSteps(facts)], ...(await listDues(context, catalogue)) };
}
