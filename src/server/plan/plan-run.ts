import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { PlanView, PlanWishInput } from '#core/plan/contract.ts';
import { defaultCost } from '#core/plan/default-cost.ts';
import { leftOut } from '#core/plan/left-out.ts';
import { type PlanProblem, planProblem } from '#core/plan/problem.ts';
import { findAnswered, measureContextOf, networkBeside } from '../assessment/index.ts';
import type { FacilityContext, RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import type { PlanMaker } from './plan-maker.ts';
import { measuresOf, unknownMeasures } from './sheet-measures.ts';

type Wish = PlanWishInput & { readonly runId: string };
type Parts = { readonly catalogue: Catalogue; readonly plans: PlanMaker };
type Loaded = { readonly problem: PlanProblem; readonly measures: ReturnType<typeof measuresOf> };

/** The problem of a submitted run, read in one transaction. */
async function loadProblem(context: FacilityContext, catalogue: Catalogue, wish: Wish): Promise<Loaded> {
  const answered = await findAnswered(context, catalogue, wish.runId);
  const { run, sheet } = answered;
  if (run.status !== 'submitted') throw refused('plan/not-submitted');
  const measures = measuresOf(sheet);
  if (measures.length === 0) throw refused('plan/without-measures');
  const faults = unknownMeasures(sheet, wish.excluded);
  if (faults.length > 0) throw refused('input-not-valid', { faults });
  const network = await networkBeside(context, catalogue, answered);
  const wanted = {
    ...wish,
    excluded: new Set(wish.excluded),
    costOf: ({ costClass }: { readonly costClass: number }) => defaultCost(costClass, sheet.id),
  };
  const measureContext = await measureContextOf(context, catalogue, answered);
  return { problem: planProblem(answered, network ?? null, wanted, measureContext), measures };
}

/** The best plan for a submitted run and why the other measures are not in it; read inside the transaction, solved outside it. */
export async function planRun(context: RequestContext, { catalogue, plans }: Parts, wish: Wish): Promise<PlanView> {
  const { problem, measures, facilityId } = await context.inFacility(async (facility) => ({
    ...(await loadProblem(facility, catalogue, wish)),
    facilityId: facility.facilityId,
  }));
  const plan = await plans.make(problem, facilityId);
  return { ...plan, leftOut: leftOut(problem, plan, { measures, excluded: new Set(wish.excluded) }) };
}
