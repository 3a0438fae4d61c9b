import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { RegulationKind } from '#core/catalogue/template.ts';
import type {
  Draft,
  Regulation,
  RegulationEdit,
  RegulationRow,
  RegulationVersion,
} from '#core/compliance/regulation/regulation.ts';
import { mostRegulations, standingVersions } from '#core/compliance/regulation/regulation.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import type { FacilityContext } from '../../platform/http/context.ts';

type Scope = Pick<FacilityContext, 'tx' | 'facilityId'>;
type Today = Pick<FacilityContext, 'now'>;
export type RegulationHead = Omit<Regulation, 'versions'>;

/** Versions shown of one document. */
const newestVersions = 20;
/** A date as it stands: as a moment it would be another day in another zone. */
const day = <Day extends string | null>(column: string) => sql<Day>`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`;

const heads = ({ tx, facilityId }: Scope) =>
  tx
    .selectFrom('regulation as r')
    .select(['r.id', 'r.kind', 'r.title', 'r.clause_ids', 'r.withdrawn', 'r.revision'])
    .select(day<string | null>('r.review_on').as('review_on'))
    .where('r.facility_id', '=', facilityId);

type HeadRow = Awaited<ReturnType<ReturnType<typeof heads>['executeTakeFirstOrThrow']>>;

const headOf = (row: HeadRow): RegulationHead => ({
  id: row.id,
  kind: row.kind as RegulationKind,
  title: row.title,
  clauseIds: row.clause_ids,
  reviewOn: row.review_on,
  withdrawn: row.withdrawn,
  revision: row.revision,
});

const versions = ({ tx, facilityId }: Scope) =>
  tx
    .selectFrom('regulation_version as v')
    .innerJoin('person as w', 'w.id', 'v.written_by')
    .leftJoin('person as a', 'a.id', 'v.approved_by')
    .select(['v.id', 'v.regulation_id', 'v.number', 'v.changes', 'v.body', 'v.written_at', 'v.approved_at'])
    .select(day<string>('v.valid_on').as('valid_on'))
    .select(['w.id as writer_id', 'w.name as writer', 'a.id as approver_id', 'a.name as approver'])
    .where('v.facility_id', '=', facilityId);

type VersionRow = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>;

const versionOf = (row: VersionRow): RegulationVersion => ({
  id: row.id,
  number: row.number,
  validOn: row.valid_on,
  changes: row.changes,
  body: row.body,
  writtenBy: { id: row.writer_id, name: row.writer },
  writtenAt: row.written_at,
  approvedAt: row.approved_at,
  approvedBy: row.approver_id === null ? null : { id: row.approver_id, name: row.approver ?? '' },
});

/** The documents by kind and name, each with the version in force, the one to come and the one that waits; as many as a facility may keep. */
export async function findRegulations(scope: Scope & Today): Promise<RegulationRow[]> {
  const today = dayInJapan(scope.now);
  const rows = await heads(scope)
    .orderBy('r.withdrawn')
    .orderBy('r.kind')
    .orderBy('r.title')
    .limit(mostRegulations)
    .execute();
  const newest = await versions(scope)
    .where(({ or, eb }) =>
      or([
        eb('v.approved_at', 'is', null),
        sql<boolean>`v.valid_on > ${today}::date`,
        eb('v.number', '=', ({ selectFrom }) =>
          selectFrom('regulation_version as n')
            .select(({ fn }) => fn.max('n.number').as('number'))
            .whereRef('n.facility_id', '=', 'v.facility_id')
            .whereRef('n.regulation_id', '=', 'v.regulation_id')
            .where('n.approved_at', 'is not', null)
            .where(sql<boolean>`n.valid_on <= ${today}::date`),
        ),
      ]),
    )
    .execute();
  const byRegulation = Map.groupBy(newest, (row) => row.regulation_id);
  return rows.map((row) => {
    const own = (byRegulation.get(row.id) ?? []).map(versionOf).map(({ body: _, changes: __, ...head }) => head);
    return { ...headOf(row), ...standingVersions(own, today) };
  });
}

/** One document with its newest versions. */
export async function findRegulation(scope: Scope, id: string): Promise<Regulation | undefined> {
  const row = await heads(scope).where('r.id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const found = await versions(scope)
    .where('v.regulation_id', '=', id)
    .orderBy('v.number', 'desc')
    .limit(newestVersions)
    .execute();
  return { ...headOf(row), versions: found.map(versionOf) };
}

/** One version of a document by its number. */
export async function findVersion(scope: Scope, id: string, number: number): Promise<RegulationVersion | undefined> {
  const row = await versions(scope).where('v.regulation_id', '=', id).where('v.number', '=', number).executeTakeFirst();
  return row && versionOf(row);
}

/** Of these versions the ones with a text of their own; the others are files. */
export async function versionsWithText({ tx, facilityId }: Scope, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('regulation_version')
    .select('id')
    .where('facility_id', '=', facilityId)
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .where('body', '<>', '')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Makes everybody who writes about one document, or adds one where none is named, do so one after the other. */
export const holdRegulation = ({ tx, facilityId }: Scope, id = '') =>
  sql`select pg_advisory_xact_lock(hashtextextended('regulation ' || ${facilityId} || ${id}, 0))`.execute(tx);

export async function countRegulations({ tx, facilityId }: Scope): Promise<number> {
  const row = await tx
    .selectFrom('regulation')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('facility_id', '=', facilityId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

const columnsOf = ({ kind, title, clauseIds, reviewOn, withdrawn }: RegulationEdit, now: Date) => ({
  kind,
  title: title.trim(),
  clause_ids: [...new Set(clauseIds)],
  review_on: reviewOn,
  withdrawn,
  changed_at: now,
});

export async function insertRegulation(
  { tx, facilityId, now }: FacilityContext,
  edit: RegulationEdit,
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('regulation')
    .values({ facility_id: facilityId, id, ...columnsOf(edit, now) })
    .execute();
  return id;
}

export const updateRegulation = ({ tx, facilityId, now }: FacilityContext, id: string, edit: RegulationEdit) =>
  tx
    .updateTable('regulation')
    .set({ ...columnsOf(edit, now), revision: sql<number>`revision + 1` })
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .execute();

type Writing = { readonly regulationId: string; readonly number: number; readonly draft: Draft };

/** Writes the text of a version nobody has approved, a new one or the one that waits. */
export const saveDraft = (
  { tx, facilityId, personId, now }: FacilityContext,
  { regulationId, number, draft }: Writing,
) => {
  const columns = {
    valid_on: draft.validOn,
    changes: draft.changes.trim(),
    body: draft.body.trimEnd(),
    written_by: personId,
    written_at: now,
  };
  return tx
    .insertInto('regulation_version')
    .values({
      facility_id: facilityId,
      id: randomUUID(),
      regulation_id: regulationId,
      number,
      ...columns,
      approved_by: null,
      approved_at: null,
    })
    .onConflict((on) => on.columns(['facility_id', 'regulation_id', 'number']).doUpdateSet(columns))
    .execute();
};

export const markApproved = ({ tx, facilityId, personId, now }: FacilityContext, versionId: string) =>
  tx
    .updateTable('regulation_version')
    .set({ approved_by: personId, approved_at: now })
    .where('facility_id', '=', facilityId)
    .where('id', '=', versionId)
    .execute();
