import { sql } from 'kysely';
import type { Region } from '#core/region/contract.ts';
import { type Stage, stageSheets } from '#core/sheet/stage.ts';
import { inJapanese } from '../platform/database/in-japanese.ts';
import type { OrganisationTx } from '../platform/database/transaction.ts';

type Asked = { readonly organisationId: string; readonly fiscalYear: number };

/** The members that consented to be seen with their stage; score and level stay null where that was not consented to. */
export async function shownFacilities(
  tx: OrganisationTx,
  { organisationId, fiscalYear }: Asked,
): Promise<Region['facilities']> {
  const { rows } = await sql<Region['facilities'][number]>`
    select f.id, f.name, f.city, coalesce(s.stage, 'not-begun') as stage, a.score, n.level
    from organisation_facility m join facility f on f.id = m.facility_id
      left join lateral (select max(stage) as stage from run_stage_summary where facility_id = f.id
        and fiscal_year = ${fiscalYear} and sheet_id = any (${stageSheets}::text[])) s on true
      left join lateral (select score from assessment_summary where facility_id = f.id
        and fiscal_year = ${fiscalYear} and sheet_id = any (${stageSheets}::text[]) order by submitted_at desc limit 1) a
        on m.shows = 'score'
      left join assessment_summary n on m.shows = 'score' and n.facility_id = f.id and n.fiscal_year = ${fiscalYear}
        and n.sheet_id = 'network-level'
    where m.organisation_id = ${organisationId} and m.confirmed_at is not null and m.shows <> 'count'
    order by ${inJapanese('f.name')}`.execute(tx);
  return rows;
}

/** How many of the members that consented only to be counted are at each stage. */
export async function unnamedStages(tx: OrganisationTx, fiscalYear: number): Promise<Record<Stage, number>> {
  const { rows } = await sql<{ not_begun: number; open: number; submitted: number }>`
    select * from unnamed_stages(${fiscalYear}::int, ${stageSheets}::text[])`.execute(tx);
  const { not_begun = 0, open = 0, submitted = 0 } = rows[0] ?? {};
  return { 'not-begun': not_begun, open, submitted };
}

/** How many of the members that let their score be seen were audited since a moment, and how far their claims were from it. */
export async function auditedMembers(tx: OrganisationTx, since: Date) {
  const { rows } = await sql<{ facilities: number; difference: number | null }>`
    select * from audited_members(${since})`.execute(tx);
  return rows[0] ?? { facilities: 0, difference: null };
}
