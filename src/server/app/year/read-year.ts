import type { Year } from '#core/app/year/year-contract.ts';
import { listedUntil, yearSteps } from '#core/app/year/year-step.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { type Due, type DueKind, inDueOrder, isNobodys } from '#core/kernel/due.ts';
import { dayInJapan, fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { findMembers } from '../../identity/index.ts';
import type { DueSource, Listed } from '../../platform/due/due-source.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { dueSources } from './due-sources.ts';
import { factsOf } from './year-facts.ts';

const mostListed = 100;

async function listAll(
  context: FacilityContext,
  sources: readonly DueSource[],
  asked: Listed,
): Promise<readonly Due[]> {
  const lists = [];
  for (const source of sources) if (source.mayRead(context.roles)) lists.push(await source.list(context, asked));
  return inDueOrder(lists.flat());
}

/** The kinds of which this person sees to what is nobody's, as reminders tell it. */
async function kindsSeenTo({ tx, facilityId, roles }: FacilityContext, sources: readonly DueSource[]) {
  const held = new Set((await findMembers(tx, facilityId)).flatMap((member) => member.roles));
  const isTold = ({ toldTo }: DueSource) => roles.some((role) => role === toldTo.find((one) => held.has(one)));
  return new Set<DueKind>(sources.filter(isTold).map(({ kind }) => kind));
}

/** What is this person's, then what is nobody's of the kinds she sees to. */
function ownOf(dues: readonly Due[], personId: string, seenTo: ReadonlySet<DueKind>): Due[] {
  const hers = dues.filter(({ owner }) => owner?.id === personId);
  const nobodys = dues.filter((due) => isNobodys(due) && seenTo.has(due.kind));
  return [...hers, ...nobodys].slice(0, mostListed);
}

async function listDues(context: FacilityContext, catalogue: Catalogue): Promise<Pick<Year, 'dues' | 'more' | 'own'>> {
  const { roles, personId, now } = context;
  const sources = dueSources(catalogue);
  const asked = { until: listedUntil(dayInJapan(now)), most: mostListed + 1 };
  const hers = { ...asked, ownerId: personId };
  const isStaff = roles.every((role) => role === 'staff');
  const dues = await listAll(context, sources, isStaff ? hers : asked);
  const more = dues.length > mostListed;
  const listed = { dues: dues.slice(0, mostListed), more };
  if (isStaff) return { ...listed, own: listed.dues };
  // Among very many of a facility those of one person may not be the first.
  const whole = more ? [...(await listAll(context, sources, hers)), ...dues.filter(isNobodys)] : dues;
  return { ...listed, own: ownOf(whole, personId, await kindsSeenTo(context, sources)) };
}

/** The fiscal year of the facility as it stands, and what is due in it; staff see what is theirs. */
export async function readYear(context: FacilityContext, catalogue: Catalogue): Promise<Year> {
  const fiscalYear = fiscalYearOf(context.now);
  const facts = await factsOf(context, fiscalYear);
  return { fiscalYear, steps: [...yearSteps(facts)], ...(await listDues(context, catalogue)) };
}
