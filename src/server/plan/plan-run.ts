import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { AnswerValue, Measure } from '#core/catalogue/sheet.ts';
import { belowClaims, type Established } from '#core/evidence/established.ts';
import type { PlanView } from '#core/plan/contract.ts';
import type { Frontier } from '#core/plan/frontier.ts';
import { leftOut } from '#core/plan/left-out.ts';
import { networkProblem } from '#core/plan/network-problem.ts';
import { type PlanProblem, planProblem } from '#core/plan/problem.ts';
import { quarterDays } from '#core/plan/quarter-days.ts';
import { daysLeft, type Quarter, schedule } from '#core/plan/schedule.ts';
import type { PlanWishInput } from '#core/plan/wish.ts';
import { type AnsweredRun, findAnswered, measureContextOf, networkBeside } from '../assessment/index.ts';
import { newestEstablished } from '../evidence/index.ts';
import type { FacilityContext, RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { type Efforts, effortsOf } from './efforts.ts';
import type { PlanMaker } from './plan-maker.ts';
import { measuresOf, planSheetOf } from './sheet-measures.ts';
import { firstQuarter, wishFaults } from './wish-faults.ts';

type Wish = PlanWishInput & { readonly runId: string };
type Parts = { readonly catalogue: Catalogue; readonly plans: PlanMaker };
type Loaded = {
  readonly problem: PlanProblem;
  readonly measures: ReturnType<typeof measuresOf>;
  readonly from: Quarter;
  readonly established: number;
  readonly efforts: Efforts;
  readonly facilityId: string;
};

/** What is wanted of a plan: what was finished and recurs is in it at what one more year takes, unless it is excluded. */
function wantedOf(measures: readonly Measure[], { recurs, effortOf }: Efforts, wish: Wish, from: Quarter) {
  const going = measures.filter((one) => recurs(one) && !wish.excluded.includes(one.id));
  return {
    ...wish,
    excluded: new Set(wish.excluded),
    begun: new Set([...wish.begun, ...going.map(({ id }) => id)]),
    roleDays: wish.roles.map((one) => ({ role: one.role, days: daysLeft(one, from) })),
    effortOf,
  };
}

/** The problem of a submitted run, read in one transaction. */
async function loadProblem(context: FacilityContext, catalogue: Catalogue, wish: Wish): Promise<Loaded> {
  const answered = await findAnswered(context, catalogue, wish.runId);
  const { run } = answered;
  if (run.status !== 'submitted') throw refused('plan/not-submitted');
  const sheet = planSheetOf(catalogue, answered.sheet);
  const measures = measuresOf(sheet);
  if (measures.length === 0) throw refused('plan/without-measures');
  const faults = wishFaults(sheet, wish, context.now);
  if (faults.length > 0) throw refused('input-not-valid', { faults });
  const from = firstQuarter(wish.fiscalYear, context.now);
  const efforts = await effortsOf(context, sheet, wish.fiscalYear);
  const wanted = wantedOf(measures, efforts, wish, from);
  const measureContext = await measureContextOf(context, catalogue, answered);
  const network = await networkBeside(context, catalogue, answered);
  const found = await newestEstablished(context);
  const start = byFacts(answered, found);
  const beside = network ? byFacts(network, found) : null;
  const problem =
    sheet === answered.sheet
      ? planProblem(start, beside, wanted, measureContext)
      : networkProblem(start, sheet, wanted, measureContext);
  const established = start.established + (beside?.established ?? 0);
  return { problem, measures, from, established, efforts, facilityId: context.facilityId };
}

/** Where a run stands by facts: at what audits and drills established in its year or later, where that is below its answers. */
function byFacts({ run, sheet, answers }: AnsweredRun, found: readonly Established[]) {
  const below = belowClaims(found, answers, { scale: sheet.scale, fiscalYear: run.fiscalYear });
  const facts = new Map<string, { value: AnswerValue | null }>(answers);
  for (const [itemId, value] of below) facts.set(itemId, { value });
  return { sheet, answers: facts, established: below.size };
}

/** The best plan for a submitted run and why the other measures are not in it; read inside the transaction, solved outside it. */
export async function planRun(context: RequestContext, { catalogue, plans }: Parts, wish: Wish): Promise<PlanView> {
  const { problem, measures, from, established, efforts, facilityId } = await context.inFacility((facility) =>
    loadProblem(facility, catalogue, wish),
  );
  const plan = await plans.make(problem, facilityId);
  const inPlan = new Set(plan.chosen.map(({ id }) => id));
  const chosen = problem.measures.filter(({ id }) => inPlan.has(id));
  const recurring = new Set(measures.filter(efforts.recurs).map(({ id }) => id));
  const once = chosen.filter(({ id }) => !recurring.has(id));
  const year = { from, personDays: wish.personDays, roles: wish.roles };
  const quarterOf = schedule(once, year, problem.begun);
  return {
    ...plan,
    established,
    leftOut: leftOut(problem, plan, { measures, excluded: new Set(wish.excluded) }),
    // What recurs goes on until the end of the year.
    schedule: chosen.map(({ id }) => ({ id, quarter: quarterOf.get(id) ?? 4 })),
    quarterDays: quarterDays(chosen, quarterOf, year),
    yearly: measures.flatMap((measure) => {
      const effort = inPlan.has(measure.id) && efforts.laterYearOf(measure);
      return effort ? [{ id: measure.id, ...effort, recurs: recurring.has(measure.id) }] : [];
    }),
  };
}

/** What a little more money or time would buy for a submitted run. */
export async function frontierOfRun(
  context: RequestContext,
  { catalogue, plans }: Parts,
  wish: Wish,
): Promise<Frontier> {
  const { problem, facilityId } = await context.inFacility((facility) => loadProblem(facility, catalogue, wish));
  return plans.frontier(problem, facilityId);
}
