import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { rolesOf } from '#core/plan/problem.ts';
import type { PlanWishInput } from '#core/plan/wish.ts';
import { findAnswered } from '../assessment/index.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { measuresOf, planSheetOf } from './sheet-measures.ts';
import { wishFaults } from './wish-faults.ts';
import { findWishes, saveWish } from './wish-repository.ts';

type Kept = PlanWishInput & { readonly runId: string };

/** Keeps what a plan is asked of for the next time it is; the same again changes nothing. */
export async function keepWish(context: FacilityContext, catalogue: Catalogue, { runId, ...wish }: Kept) {
  const { sheet } = await findAnswered(context, catalogue, runId);
  const faults = wishFaults(planSheetOf(catalogue, sheet), wish, context.now);
  if (faults.length > 0) throw refused('input-not-valid', { faults });
  const [before] = await findWishes(context, sheet.id, [wish.fiscalYear]);
  if (before && sameWish(before, wish)) return;
  const { fiscalYear, budget, personDays, goal } = wish;
  await recordActivity(context, 'plan.wish-kept', runId, { fiscalYear, budget, personDays, goal });
  await saveWish(context, sheet.id, wish);
}

function sameWish(one: PlanWishInput, other: PlanWishInput): boolean {
  const asText = ({ budget, personDays, goal, roles, excluded, begun }: PlanWishInput) =>
    JSON.stringify([budget, personDays, goal, roles.map(({ role, days }) => [role, days]), excluded, begun]);
  return asText(one) === asText(other);
}

/** What plans of this year and the next were last asked of from the sheet of a run, as far as that still knows it. */
export async function listWishes(context: FacilityContext, catalogue: Catalogue, runId: string) {
  const { sheet } = await findAnswered(context, catalogue, runId);
  const measures = measuresOf(planSheetOf(catalogue, sheet));
  const ids = new Set(measures.map(({ id }) => id));
  const known = new Set(measures.flatMap(rolesOf));
  const year = fiscalYearOf(context.now);
  return (await findWishes(context, sheet.id, [year, year + 1])).map((wish): PlanWishInput => {
    const [excluded, begun] = [wish.excluded, wish.begun].map((list) => list.filter((id) => ids.has(id)));
    const roles = wish.roles.filter(({ role }) => known.has(role));
    return { ...wish, roles, excluded: excluded ?? [], begun: begun ?? [] };
  });
}
