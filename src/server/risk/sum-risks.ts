import { sql } from 'kysely';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import type { Cell } from '#core/risk/heat-map.ts';
import type { RiskSums } from '#core/risk/risk-contract.ts';
import type { RiskState, Stage } from '#core/risk/risk-state.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { findCriteria } from './criteria-repository.ts';
import { risksOf, stateIn } from './risk-rows.ts';

/** Risks of one stage, or at one place of the map before the treatments or after them: what a row is not about is null. */
type Counted = {
  readonly stage: Stage | null;
  readonly likelihood: number | null;
  readonly impact: number | null;
  readonly likelihoodAfter: number | null;
  readonly impactAfter: number | null;
  readonly risks: number;
  readonly open: number;
  readonly toReview: number;
};

/** The statement that counts: first all that are alike, in the order of an index, so that few rows are left to count in three ways. */
export const countRisks = (facilityId: string) => sql<Counted>`
  select stage, likelihood, impact, "likelihoodAfter", "impactAfter", sum(alike)::int as risks,
    coalesce(sum(alike) filter (where stage <> 'closed'), 0)::int as open,
    coalesce(sum(alike) filter (where stage <> 'closed' and to_review), 0)::int as "toReview"
  from (
    select stage, likelihood, impact, coalesce(likelihood_after, likelihood) as "likelihoodAfter",
      coalesce(impact_after, impact) as "impactAfter", to_review, count(*) as alike
    from risk where facility_id = ${facilityId}
    group by stage, likelihood, impact, likelihood_after, impact_after, to_review
  ) counted
  group by grouping sets ((stage), (likelihood, impact), ("likelihoodAfter", "impactAfter"))
  order by 2, 3, 4, 5`;

/** What the executives have said to the risks they were asked to accept. */
async function countAsked(context: FacilityContext): Promise<RiskSums['states']> {
  const rows = await risksOf(context)
    .select(stateIn(dayInJapan(context.now)).as('state'))
    .select((of) => of.fn.countAll<string>().as('risks'))
    .where('risk.stage', '=', sql.lit('acceptance'))
    .groupBy(sql`1`)
    .execute();
  return rows.map((row) => ({ state: row.state as RiskState, risks: Number(row.risks) }));
}

const cell = (likelihood: number | null, impact: number | null, risks: number): Cell[] =>
  likelihood === null || impact === null || risks === 0 ? [] : [{ likelihood, impact, risks }];

/** How the register stands in numbers. */
export async function sumRisks(context: FacilityContext): Promise<RiskSums> {
  const [criteria, { rows }, asked] = await Promise.all([
    findCriteria(context),
    countRisks(context.facilityId).execute(context.tx),
    countAsked(context),
  ]);
  const stages = rows.flatMap(({ stage, ...counts }) => (stage === null ? [] : [{ stage, ...counts }]));
  return {
    criteria,
    before: rows.flatMap(({ likelihood, impact, open }) => cell(likelihood, impact, open)),
    after: rows.flatMap(({ likelihoodAfter, impactAfter, open }) => cell(likelihoodAfter, impactAfter, open)),
    states: [
      ...stages.flatMap(({ stage, risks }) => (stage === 'acceptance' ? [] : [{ state: stage, risks }])),
      ...asked,
    ],
    toReview: stages.reduce((all, { toReview }) => all + toReview, 0),
  };
}
