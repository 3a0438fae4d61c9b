import { sql } from 'kysely';
import { type Catalogue, findMeasure } from '#core/catalogue/catalogue.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { guideOf } from './list-suggestions.ts';

export type RiskTie = { readonly riskId: string; readonly personId: string };

/** Which open risks these people answer for, and which they are to do something about or have done since a moment. */
export async function ownedRisks({ tx, facilityId }: FacilityContext, people: readonly string[]): Promise<RiskTie[]> {
  const { rows } = await sql<RiskTie>`
    select id as "riskId", owner_id as "personId" from risk
      where facility_id = ${facilityId} and stage <> 'closed' and owner_id = any (${people}::uuid[])
    union select x.risk_id, x.owner_id from risk_treatment x
      join risk r on r.facility_id = x.facility_id and r.id = x.risk_id and r.stage <> 'closed'
      where x.facility_id = ${facilityId} and x.owner_id = any (${people}::uuid[])`.execute(tx);
  return rows;
}

/** The areas of sheets each of these risks is about: those that speak for the suggestion it was taken from, and those of measures that treat it. */
export async function areasOfRisks(
  { tx, facilityId }: FacilityContext,
  catalogue: Catalogue,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('risk')
    .leftJoin('risk_treatment as x', (join) =>
      join.onRef('x.facility_id', '=', 'risk.facility_id').onRef('x.risk_id', '=', 'risk.id'),
    )
    .select(['risk.id', 'risk.suggestion_id', 'x.measure_id'])
    .where('risk.facility_id', '=', facilityId)
    .where(sql<boolean>`risk.id::text = any (${ids}::text[])`)
    .execute();
  const { patterns } = guideOf(catalogue);
  const areas = (row: (typeof rows)[number]) => [
    ...(patterns.find(({ id }) => id === row.suggestion_id)?.areas ?? []),
    ...(row.measure_id === null ? [] : (findMeasure(catalogue, row.measure_id)?.area.id ?? [])),
  ];
  return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, of]) => [id, [...new Set(of.flatMap(areas))]]));
}
