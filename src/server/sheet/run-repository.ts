import { sql } from 'kysely';
import type { RunPurpose } from '#core/sheet/run-purpose.ts';
import type { SheetScope } from '#core/sheet/scope.ts';
import type { FacilityTx } from '../platform/database/transaction.ts';

export type RunRow = {
  readonly id: string;
  readonly sheetId: string;
  readonly sheetVersion: string;
  readonly fiscalYear: number;
  readonly purpose: RunPurpose;
  readonly executiveId: string | null;
  /** The vendor's system or the audit a run is about; null for every other. */
  readonly subjectId: string | null;
  /** Of an audit: the areas in its scope; null for every other. */
  readonly scopeAreas: readonly string[] | null;
  readonly scopeItems: readonly string[] | null;
  /** Of a checklist: no vendor is under contract. */
  readonly withoutVendor: boolean;
  /** The version the run went over from, where it did. */
  readonly movedFrom: string | null;
  readonly status: 'open' | 'submitted';
  readonly begunAt: Date;
  readonly submittedAt: Date | null;
};

export const runColumns = [
  'run.id',
  'run.sheet_id as sheetId',
  'run.sheet_version as sheetVersion',
  'run.fiscal_year as fiscalYear',
  'run.purpose',
  'run.executive_id as executiveId',
  'run.subject_id as subjectId',
  'run.scope_areas as scopeAreas',
  'run.scope_items as scopeItems',
  'run.without_vendor as withoutVendor',
  'run.moved_from as movedFrom',
  'run.status',
  'run.begun_at as begunAt',
  'run.submitted_at as submittedAt',
] as const;

export const findRun = (tx: FacilityTx, facilityId: string, runId: string): Promise<RunRow | undefined> =>
  tx
    .selectFrom('run')
    .select(runColumns)
    .where('facility_id', '=', facilityId)
    .where('id', '=', runId)
    .executeTakeFirst();

/** Those of these ids that are runs the person may see. */
export const runsAmong = (tx: FacilityTx, facilityId: string, ids: readonly string[]): Promise<RunRow[]> =>
  tx
    .selectFrom('run')
    .select(runColumns)
    .where('facility_id', '=', facilityId)
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .execute();

/** The last submitted run of the same sheet (and executive, system or audit) before this one. */
export const previousRun = (tx: FacilityTx, facilityId: string, run: RunRow): Promise<RunRow | undefined> =>
  tx
    .selectFrom('run')
    .select(runColumns)
    .where('facility_id', '=', facilityId)
    .where('sheet_id', '=', run.sheetId)
    .where('executive_id', 'is not distinct from', run.executiveId)
    .where('subject_id', 'is not distinct from', run.subjectId)
    .where('fiscal_year', '<', run.fiscalYear)
    .where('status', '=', 'submitted')
    .orderBy('fiscal_year', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The facility's own submitted run of a sheet in a fiscal year. */
export const submittedRun = (
  tx: FacilityTx,
  facilityId: string,
  of: { readonly sheetId: string; readonly fiscalYear: number },
): Promise<RunRow | undefined> =>
  tx
    .selectFrom('run')
    .select(runColumns)
    .where('facility_id', '=', facilityId)
    .where('sheet_id', '=', of.sheetId)
    .where('fiscal_year', '=', of.fiscalYear)
    .where('purpose', '=', 'own')
    .where('status', '=', 'submitted')
    .executeTakeFirst();

/** The facility's own submitted run of the newest fiscal year, of one of these sheets. */
export const newestSubmittedRun = (
  tx: FacilityTx,
  facilityId: string,
  sheetIds: readonly string[],
): Promise<RunRow | undefined> =>
  tx
    .selectFrom('run')
    .select(runColumns)
    .where('facility_id', '=', facilityId)
    .where('sheet_id', 'in', sheetIds)
    .where('purpose', '=', 'own')
    .where('status', '=', 'submitted')
    .orderBy('fiscal_year', 'desc')
    .orderBy('submitted_at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The facility's own runs of a fiscal year. */
export const runsOfYear = (tx: FacilityTx, facilityId: string, fiscalYear: number): Promise<RunRow[]> =>
  tx
    .selectFrom('run')
    .select(runColumns)
    .where('facility_id', '=', facilityId)
    .where('fiscal_year', '=', fiscalYear)
    .where('purpose', '=', 'own')
    .execute();

/** The last submitted run of each sheet of the facility's own. */
export const newestSubmitted = (tx: FacilityTx, facilityId: string): Promise<RunRow[]> =>
  tx
    .selectFrom('run')
    .distinctOn('sheet_id')
    .select(runColumns)
    .where('facility_id', '=', facilityId)
    .where('purpose', '=', 'own')
    .where('status', '=', 'submitted')
    .orderBy('sheet_id')
    .orderBy('fiscal_year', 'desc')
    .execute();

/** Every self-assessment and checklist the person may see, newest fiscal year first, with how far each has come. */
export const runsWithCounts = (tx: FacilityTx, facilityId: string) =>
  tx
    .selectFrom('run')
    .leftJoin('answer', (join) =>
      join
        .onRef('answer.facility_id', '=', 'run.facility_id')
        .onRef('answer.run_id', '=', 'run.id')
        .on('answer.former', '=', false),
    )
    .select(runColumns)
    .select([
      sql<number>`count(answer.value)::int`.as('answered'),
      sql<number>`(count(*) filter (where answer.to_confirm))::int`.as('toConfirm'),
    ])
    .where('run.facility_id', '=', facilityId)
    .where('purpose', 'in', ['own', 'executive'])
    .groupBy(['run.facility_id', 'run.id'])
    .orderBy('fiscal_year', 'desc')
    .orderBy('sheet_id')
    .execute();

/** Holds the run against a submission and other writers until the transaction ends. */
export const lockRun = (tx: FacilityTx, facilityId: string, runId: string): Promise<RunRow | undefined> =>
  tx
    .selectFrom('run')
    .select(runColumns)
    .where('facility_id', '=', facilityId)
    .where('id', '=', runId)
    .forNoKeyUpdate()
    .executeTakeFirst();

/** What there is one run of: a sheet in a fiscal year, of the facility, of one executive, or about one system or audit. */
export type RunPlace = Pick<RunRow, 'sheetId' | 'fiscalYear' | 'purpose' | 'executiveId' | 'subjectId'>;

/** The run of a place, where it was begun; whoever begins one in the facility meanwhile waits until the transaction ends. */
export async function lockPlace(tx: FacilityTx, facilityId: string, place: RunPlace): Promise<string | undefined> {
  await tx.selectFrom('facility').select('id').where('id', '=', facilityId).forNoKeyUpdate().execute();
  const begun = await tx
    .selectFrom('run')
    .select('id')
    .where('facility_id', '=', facilityId)
    .where('sheet_id', '=', place.sheetId)
    .where('fiscal_year', '=', place.fiscalYear)
    .where('executive_id', 'is not distinct from', place.executiveId)
    .where('subject_id', 'is not distinct from', place.subjectId)
    .executeTakeFirst();
  return begun?.id;
}

export const insertRun = (
  tx: FacilityTx,
  run: RunPlace & {
    readonly facilityId: string;
    readonly id: string;
    readonly sheetVersion: string;
    readonly begunBy: string;
    readonly begunAt: Date;
    readonly scope?: SheetScope;
  },
) =>
  tx
    .insertInto('run')
    .values({
      facility_id: run.facilityId,
      id: run.id,
      sheet_id: run.sheetId,
      sheet_version: run.sheetVersion,
      fiscal_year: run.fiscalYear,
      purpose: run.purpose,
      executive_id: run.executiveId,
      subject_id: run.subjectId,
      scope_areas: run.scope ? [...run.scope.areas] : null,
      scope_items: run.scope ? [...run.scope.items] : null,
      begun_by: run.begunBy,
      begun_at: run.begunAt,
      submitted_by: null,
      submitted_at: null,
    })
    .execute();

export const saveWithoutVendor = (tx: FacilityTx, facilityId: string, runId: string, withoutVendor: boolean) =>
  tx
    .updateTable('run')
    .set({ without_vendor: withoutVendor })
    .where('facility_id', '=', facilityId)
    .where('id', '=', runId)
    .execute();

/** What a file of the facility is headed with. */
export const facilityHead = (tx: FacilityTx, facilityId: string) =>
  tx.selectFrom('facility').select(['id', 'name']).where('id', '=', facilityId).executeTakeFirstOrThrow();

/** Locks the check sheet of an audit that is reported. */
export const closeAuditRun = (
  tx: FacilityTx,
  of: { readonly facilityId: string; readonly runId: string; readonly personId: string; readonly at: Date },
) =>
  tx
    .updateTable('run')
    .set({ status: 'submitted', submitted_by: of.personId, submitted_at: of.at })
    .where('facility_id', '=', of.facilityId)
    .where('id', '=', of.runId)
    .execute();
