import { sql } from 'kysely';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import type { SafeguardCell, Safeguards } from '#core/risk/safeguard.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { guideOf } from './list-suggestions.ts';

/** The treatments of open risks, counted by their place in table 4-1. */
const countTreatments = ({ tx, facilityId, now }: FacilityContext) =>
  tx
    .selectFrom('risk_treatment as x')
    .innerJoin('risk as r', (join) => join.onRef('r.facility_id', '=', 'x.facility_id').onRef('r.id', '=', 'x.risk_id'))
    .select(['x.line', 'x.kind'])
    .select([
      sql<number>`count(*) filter (where x.done_on is not null)::int`.as('done'),
      sql<number>`count(*) filter (where x.done_on is null)::int`.as('open'),
      sql<number>`count(*) filter (where x.done_on is null and x.due_on < ${dayInJapan(now)}::date)::int`.as('late'),
    ])
    .where('x.facility_id', '=', facilityId)
    .where('r.stage', '<>', 'closed')
    .groupBy(['x.line', 'x.kind'])
    .execute();

async function countUntreated({ tx, facilityId }: FacilityContext): Promise<number> {
  const { risks } = await tx
    .selectFrom('risk')
    .select((of) => of.fn.countAll<string>().as('risks'))
    .where('facility_id', '=', facilityId)
    .where('stage', 'in', ['unassessed', 'undecided'])
    .executeTakeFirstOrThrow();
  return Number(risks);
}

const nothing: SafeguardCell = { done: 0, open: 0, late: 0 };

/** Table 4-1 as the treatments of open risks fill it. */
export async function readSafeguards(context: FacilityContext, catalogue: Catalogue): Promise<Safeguards> {
  const { lines, source } = guideOf(catalogue);
  const counts = await countTreatments(context);
  const at = (line: string, kind: string): SafeguardCell => {
    const found = counts.find((one) => one.line === line && one.kind === kind);
    return found ? { done: found.done, open: found.open, late: found.late } : nothing;
  };
  const placed = (line: string | null, kind: string | null) => lines.some(({ id }) => id === line) && kind !== null;
  return {
    source,
    rows: lines.map((line) => ({
      ...line,
      preventive: at(line.id, 'preventive'),
      detective: at(line.id, 'detective'),
    })),
    unplaced: counts.filter((one) => !placed(one.line, one.kind)).reduce((all, { done, open }) => all + done + open, 0),
    untreated: await countUntreated(context),
  };
}
