import type { Year } from '#core/app/year/year-contract.ts';
import { listedUntil, yearSteps } from '#core/app/year/year-step.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { inDueOrder } from '#core/kernel/due.ts';
import { dayInJapan, fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { dueSources } from './due-sources.ts';
import { factsOf } from './year-facts.ts';

const mostListed = 100;

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
  const fiscalYear = fiscalYearOf(context.now);
  const facts = await factsOf(context, fiscalYear);
  return { fiscalYear, steps: [...yearSteps(facts)], ...(await listDues(context, catalogue)) };
}
