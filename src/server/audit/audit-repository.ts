import { sql } from 'kysely';
import type { AuditedSheet, AuditPlan } from '#core/audit/audit.ts';
import type { AuditKind } from '#core/audit/audit-kind.ts';
import { type Claims, claimsSchema } from '#core/audit/claims.ts';
import { daysToVerify } from '#core/audit/finding.ts';
import { dayInJapan, fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import type { FacilityContext } from '../platform/http/context.ts';

type Scope = Pick<FacilityContext, 'tx' | 'facilityId'>;

const auditsOf = ({ tx, facilityId }: Scope) =>
  tx
    .selectFrom('audit')
    .select(['audit.id', 'kind', 'fiscal_year', 'title', 'sheet_id', 'audit.areas', 'clauses', 'system_names'])
    .select(['run_id', 'begun_at', 'drawn_items', 'reported_at', 'opinion', 'revision'])
    // Dates as they stand: as a moment they would be other days in another zone.
    .select(sql<string>`to_char(planned_from, 'YYYY-MM-DD')`.as('planned_from'))
    .select(sql<string>`to_char(planned_to, 'YYYY-MM-DD')`.as('planned_to'))
    .where('audit.facility_id', '=', facilityId);

type Row = Awaited<ReturnType<ReturnType<typeof auditsOf>['executeTakeFirstOrThrow']>>;

/** An audit as it is kept; its team apart. */
export type AuditRow = ReturnType<typeof auditOf>;

const auditOf = (row: Row) => ({
  id: row.id,
  kind: row.kind as AuditKind,
  fiscalYear: row.fiscal_year,
  title: row.title,
  sheetId: row.sheet_id as AuditedSheet,
  plannedFrom: row.planned_from,
  plannedTo: row.planned_to,
  areas: row.areas,
  clauses: row.clauses,
  systems: row.system_names,
  runId: row.run_id,
  begunAt: row.begun_at,
  drawnItems: row.drawn_items,
  reportedAt: row.reported_at,
  opinion: row.opinion,
  revision: row.revision,
});

/** Findings of an audit that are still to be put right or looked at, and those of them late on this day, as `isLateFinding` tells it. */
const openFindings = (today: string) => {
  const of = sql`from audit_finding f where f.facility_id = audit.facility_id and f.audit_id = audit.id`;
  return [
    sql<number>`(select count(*)::int ${of} and f.state in ('open', 'corrected'))`.as('open_findings'),
    sql<number>`(select count(*)::int ${of} and case f.state when 'open' then f.due_on when 'corrected'
      then (f.corrected_at at time zone 'Asia/Tokyo')::date + ${daysToVerify}::int end < ${today})`.as('late_findings'),
  ] as const;
};

type Asked = { readonly after?: string | undefined; readonly most: number };

/** The newest audits from the one after which to go on, with who leads each and what is left of its findings. */
export async function findAudits(scope: FacilityContext, { after, most }: Asked) {
  const last = sql`(select fiscal_year, planned_from from audit where facility_id = ${scope.facilityId} and id = ${after})`;
  const place = sql`(audit.fiscal_year, audit.planned_from)`;
  const rows = await auditsOf(scope)
    .leftJoin('audit_member as m', (join) =>
      join
        .onRef('m.facility_id', '=', 'audit.facility_id')
        .onRef('m.audit_id', '=', 'audit.id')
        .on('m.lead', '=', true),
    )
    .leftJoin('person as p', 'p.id', 'm.person_id')
    .select(['p.id as lead_id', 'p.name as lead_name'])
    .select(openFindings(dayInJapan(scope.now)))
    .$if(after !== undefined, (all) =>
      all.where(sql<boolean>`${place} <= ${last} and (${place} < ${last} or audit.id > ${after})`),
    )
    .orderBy('audit.fiscal_year', 'desc')
    .orderBy('audit.planned_from', 'desc')
    .orderBy('audit.id')
    .limit(sql.lit(most))
    .execute();
  return rows.map(({ lead_id, lead_name, ...row }) => ({
    ...auditOf(row),
    openFindings: row.open_findings,
    lateFindings: row.late_findings,
    lead: lead_id === null ? null : { id: lead_id, name: lead_name ?? '' },
  }));
}

/** The fiscal years with an audit of each kind that was reported. */
export async function yearsReported({ tx, facilityId }: Scope) {
  const rows = await tx
    .selectFrom('audit')
    .select(['kind', 'fiscal_year'])
    .distinct()
    .where('facility_id', '=', facilityId)
    .where('reported_at', 'is not', null)
    .execute();
  return rows.map((row) => ({ kind: row.kind as AuditKind, fiscalYear: row.fiscal_year }));
}

/** The audits reported last, the newest first. */
export async function lastReported({ tx, facilityId }: Scope, most: number) {
  const rows = await tx
    .selectFrom('audit')
    .select(['id', 'title', 'fiscal_year'])
    .where('facility_id', '=', facilityId)
    .where('reported_at', 'is not', null)
    .orderBy('fiscal_year', 'desc')
    .orderBy('planned_from', 'desc')
    .orderBy('id')
    .limit(sql.lit(most))
    .execute();
  return rows.map((row) => ({ id: row.id, title: row.title, fiscalYear: row.fiscal_year }));
}

export async function findAudit(scope: Scope, id: string): Promise<AuditRow | undefined> {
  const row = await auditsOf(scope).where('audit.id', '=', id).executeTakeFirst();
  return row && auditOf(row);
}

/** One audit, held until the transaction ends. */
export async function lockAudit(scope: Scope, id: string): Promise<AuditRow | undefined> {
  const row = await auditsOf(scope).where('audit.id', '=', id).forUpdate('audit').executeTakeFirst();
  return row && auditOf(row);
}

const columnsOf = (plan: AuditPlan) => ({
  kind: plan.kind,
  title: plan.title.trim(),
  sheet_id: plan.sheetId,
  fiscal_year: fiscalYearOf(new Date(`${plan.plannedFrom}T00:00:00+09:00`)),
  planned_from: plan.plannedFrom,
  planned_to: plan.plannedTo,
  system_names: [...new Set(plan.systems)],
  areas: [...plan.areas],
  clauses: [...plan.clauses],
});

export const insertAudit = ({ tx, facilityId, now }: FacilityContext, id: string, plan: AuditPlan) =>
  tx
    .insertInto('audit')
    .values({
      facility_id: facilityId,
      id,
      planned_at: now,
      run_id: null,
      begun_at: null,
      reported_at: null,
      ...columnsOf(plan),
    })
    .execute();

export function updateAudit({ tx, facilityId }: Scope, standing: AuditRow, plan: AuditPlan) {
  const columns = columnsOf(plan);
  // A check sheet is of the year it was begun for.
  const fiscal_year = standing.begunAt === null ? columns.fiscal_year : standing.fiscalYear;
  return tx
    .updateTable('audit')
    .set({ ...columns, fiscal_year, revision: sql<number>`revision + 1` })
    .where('facility_id', '=', facilityId)
    .where('id', '=', standing.id)
    .execute();
}

type Begun = { readonly runId: string; readonly drawnItems: readonly string[]; readonly claims: Claims | null };

export const markBegun = ({ tx, facilityId, now }: FacilityContext, id: string, { runId, drawnItems, claims }: Begun) =>
  tx
    .updateTable('audit')
    .set({
      run_id: runId,
      begun_at: now,
      drawn_items: [...drawnItems],
      claims: claims && JSON.stringify(claims),
      revision: sql<number>`revision + 1`,
    })
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .execute();

/** What the facility claimed when an audit began; null where it claimed nothing. */
export async function findClaims({ tx, facilityId }: Scope, id: string): Promise<Claims | null> {
  const row = await tx
    .selectFrom('audit')
    .select('claims')
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .executeTakeFirst();
  const kept = row?.claims as { readonly submittedAt: string } | null | undefined;
  return kept ? claimsSchema.parse({ ...kept, submittedAt: new Date(kept.submittedAt) }) : null;
}

/** Makes whoever still sees an audit with its former team see that it has another. */
export const markTeamChanged = ({ tx, facilityId }: Scope, id: string) =>
  tx
    .updateTable('audit')
    .set({ revision: sql<number>`revision + 1` })
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .execute();

export const markReported = ({ tx, facilityId, now }: FacilityContext, id: string, opinion: string) =>
  tx
    .updateTable('audit')
    .set({ reported_at: now, opinion: opinion.trim(), revision: sql<number>`revision + 1` })
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .execute();

/** Keeps how far the claims of the facility were from its last audit, for the organisations above that count it. */
export function saveAudited(
  { tx, facilityId, now }: FacilityContext,
  of: { readonly compared: number; readonly difference: number },
) {
  const columns = { reported_at: now, compared: of.compared, difference: of.difference };
  return tx
    .insertInto('audited_summary')
    .values({ facility_id: facilityId, ...columns })
    .onConflict((on) => on.column('facility_id').doUpdateSet(columns))
    .execute();
}
