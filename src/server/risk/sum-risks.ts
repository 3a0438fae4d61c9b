import { sql } from 'kysely';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import type { Cell } from '#core/risk/heat-map.ts';
import type { RiskSums } from '#core/risk/risk-contract.ts';
import type { RiskState } from '#core/risk/risk-state.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { findCriteria } from './criteria-repository.ts';
import { risksOf, stateIn } from './risk-rows.ts';

/** The estimated risks that are not closed, counted by their place on the map. */
async function countCells({ tx, facilityId }: FacilityContext, basis: 'before' | 'after'): Promise<Cell[]> {
  const at = (axis: string) =>
    basis === 'before'
      ? sql<number>`${sql.ref(axis)}`
      : sql<number>`coalesce(${sql.ref(`${axis}_after`)}, ${sql.ref(axis)})`;
  const rows = await tx
    .selectFrom('risk')
    .select([at('likelihood').as('likelihood'), at('impact').as('impact')])
    .select((of) => of.fn.countAll<string>().as('risks'))
    .where('facility_id', '=', facilityId)
    .where('stage', '<>', 'closed')
    .where('level', '>', 0)
    .groupBy([at('likelihood'), at('impact')])
    .orderBy(at('likelihood'))
    .orderBy(at('impact'))
    .execute();
  return rows.map(({ likelihood, impact, risks }) => ({ likelihood, impact, risks: Number(risks) }));
}

async function countStates(context: FacilityContext): Promise<RiskSums['states']> {
  const state = stateIn(dayInJapan(context.now));
  const rows = await risksOf(context)
    .select(state.as('state'))
    .select((of) => of.fn.countAll<string>().as('risks'))
    .groupBy(sql`1`)
    .execute();
  return rows.map((row) => ({ state: row.state as RiskState, risks: Number(row.risks) }));
}

async function countToReview({ tx, facilityId }: FacilityContext): Promise<number> {
  const { risks } = await tx
    .selectFrom('risk')
    .select((of) => of.fn.countAll<string>().as('risks'))
    .where('facility_id', '=', facilityId)
    .where('stage', '<>', 'closed')
    .where('to_review', '=', true)
    .executeTakeFirstOrThrow();
  return Number(risks);
}

/** How the register stands in numbers. */
export const sumRisks = async (context: FacilityContext): Promise<RiskSums> => ({
  criteria: await findCriteria(context),
  before: await countCells(context, 'before'),
  after: await countCells(context, 'after'),
  states: await countStates(context),
  toReview: await countToReview(context),
});
