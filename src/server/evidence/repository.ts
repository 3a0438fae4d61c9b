import { sql } from 'kysely';
import type { Evidence } from '#core/evidence/contract.ts';
import type { KeptAmount } from '#core/evidence/quota.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import type { Place } from './place.ts';

type Scope = Pick<FacilityContext, 'tx' | 'facilityId'>;

export type KeptEvidence = Evidence & { readonly fileId: string; readonly removedAt: Date | null };

const keptEvidence = ({ tx, facilityId }: Scope) =>
  tx
    .selectFrom('evidence')
    .innerJoin('file', (join) =>
      join.onRef('file.facility_id', '=', 'evidence.facility_id').onRef('file.id', '=', 'evidence.file_id'),
    )
    .innerJoin('person', 'person.id', 'evidence.added_by')
    .select([
      'evidence.id',
      'evidence.item_id',
      'evidence.task_id',
      'evidence.name',
      'evidence.added_at',
      'evidence.removed_at',
    ])
    .select(['file.id as file_id', 'file.media_type', 'file.size', 'person.id as person_id', 'person.name as person'])
    .where('evidence.facility_id', '=', facilityId);

type Row = Awaited<ReturnType<ReturnType<typeof keptEvidence>['executeTakeFirstOrThrow']>>;

const evidenceOf = (row: Row): Evidence => ({
  id: row.id,
  itemId: row.item_id,
  taskId: row.task_id,
  name: row.name,
  mediaType: row.media_type,
  size: row.size,
  addedBy: { id: row.person_id, name: row.person },
  addedAt: row.added_at,
});

/** All evidence not removed, by item, then by task, and in the order it was added; with the file of each. */
export async function standingFiles(scope: Scope): Promise<(Evidence & { readonly fileId: string })[]> {
  const rows = await keptEvidence(scope)
    .where('evidence.removed_at', 'is', null)
    .orderBy('evidence.item_id')
    .orderBy('evidence.task_id')
    .orderBy('evidence.added_at')
    .orderBy('evidence.id')
    .execute();
  return rows.map((row) => ({ ...evidenceOf(row), fileId: row.file_id }));
}

/** The same without the files. */
export const standingEvidence = async (scope: Scope): Promise<Evidence[]> =>
  (await standingFiles(scope)).map(({ fileId: _, ...evidence }) => evidence);

const keptOf = (row: Row | undefined): KeptEvidence | undefined =>
  row && { ...evidenceOf(row), fileId: row.file_id, removedAt: row.removed_at };

/** One piece of evidence, removed or not. */
export const findEvidence = async (scope: Scope, id: string) =>
  keptOf(await keptEvidence(scope).where('evidence.id', '=', id).executeTakeFirst());

/** The same, held against others who remove or restore it until the transaction ends. */
export const lockEvidence = async (scope: Scope, id: string) =>
  keptOf(await keptEvidence(scope).where('evidence.id', '=', id).forUpdate('evidence').executeTakeFirst());

export async function insertEvidence(
  { tx, facilityId, personId, now }: FacilityContext,
  { id, place, fileId, name }: { readonly id: string; place: Place; fileId: string; name: string },
): Promise<void> {
  await tx
    .insertInto('evidence')
    .values({
      facility_id: facilityId,
      id,
      item_id: place.itemId,
      task_id: place.taskId,
      file_id: fileId,
      name,
      added_by: personId,
      added_at: now,
      removed_at: null,
    })
    .execute();
}

export async function markRemoved({ tx, facilityId }: Scope, id: string, removedAt: Date | null): Promise<void> {
  await tx
    .updateTable('evidence')
    .set({ removed_at: removedAt })
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .execute();
}

/**
 * Deletes for good what was removed before this moment, but for what somebody holds at this time. Gives the ids of the
 * files it stood on.
 */
export async function deleteRemovedBefore({ tx, facilityId }: Scope, limit: Date): Promise<string[]> {
  const deleted = await tx
    .deleteFrom('evidence')
    .where('facility_id', '=', facilityId)
    .where('id', 'in', (of) =>
      of
        .selectFrom('evidence')
        .select('id')
        .where('facility_id', '=', facilityId)
        .where('removed_at', '<', limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning('file_id')
    .execute();
  return deleted.map((row) => row.file_id);
}

/** Deletes these files with their bytes, but for those that evidence still stands on. */
export async function deleteUnusedFiles({ tx, facilityId }: Scope, fileIds: readonly string[]): Promise<void> {
  const users = tx.selectFrom('evidence').select('file_id').where('facility_id', '=', facilityId);
  await tx
    .deleteFrom('file')
    .where('facility_id', '=', facilityId)
    .where('id', 'in', fileIds)
    .where('id', 'not in', users)
    .execute();
}

/** What the facility keeps: all that stands and what was removed since this moment. */
export async function keptAmount({ tx, facilityId }: Scope, removedSince: Date): Promise<KeptAmount> {
  const { files, bytes } = await tx
    .selectFrom('evidence')
    .innerJoin('file', (join) =>
      join.onRef('file.facility_id', '=', 'evidence.facility_id').onRef('file.id', '=', 'evidence.file_id'),
    )
    .select((row) => [row.fn.countAll<string>().as('files'), row.fn.sum<string | null>('file.size').as('bytes')])
    .where('evidence.facility_id', '=', facilityId)
    .where((of) => of.or([of('evidence.removed_at', 'is', null), of('evidence.removed_at', '>=', removedSince)]))
    .executeTakeFirstOrThrow();
  return { files: Number(files), bytes: Number(bytes ?? 0) };
}

/** The same, held against whoever adds at the same moment until the transaction ends. */
export async function lockKeptAmount(scope: Scope, removedSince: Date): Promise<KeptAmount> {
  await sql`select pg_advisory_xact_lock(hashtextextended('evidence ' || ${scope.facilityId}, 0))`.execute(scope.tx);
  return keptAmount(scope, removedSince);
}

/** Whether the task stands; none is ever deleted but with its facility. */
export async function taskStands({ tx, facilityId }: Scope, id: string): Promise<boolean> {
  const row = await tx.selectFrom('task').select('id').where('facility_id', '=', facilityId).where('id', '=', id);
  return (await row.executeTakeFirst()) !== undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Whether a record takes files under its own id: a version of a document until an executive has approved it, a provision to a third
 * party and a finding of an audit at a system always; undefined where there is none. A version that waits is held, where asked for, until the transaction ends, so
 * that nobody approves it meanwhile. None is ever deleted but with its facility.
 */
export async function recordTakesFiles(
  { tx, facilityId }: Scope,
  id: string,
  hold: boolean,
): Promise<boolean | undefined> {
  if (!uuid.test(id)) return undefined;
  const version = tx
    .selectFrom('regulation_version')
    .select('id')
    .where('facility_id', '=', facilityId)
    .where('id', '=', id);
  const waiting = version.where('approved_at', 'is', null).$if(hold, (query) => query.forShare());
  if (await waiting.executeTakeFirst()) return true;
  if (await version.executeTakeFirst()) return false;
  const provision = tx.selectFrom('provision').select('id').where('facility_id', '=', facilityId).where('id', '=', id);
  if (await provision.executeTakeFirst()) return true;
  const finding = tx
    .selectFrom('audit_finding')
    .select('id')
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .where('system', 'is not', null);
  return (await finding.executeTakeFirst()) ? true : undefined;
}

/** The areas handed to the person in the facility's runs of a fiscal year. */
export const areasHandedTo = ({ tx, facilityId, personId }: FacilityContext, fiscalYear: number) =>
  tx
    .selectFrom('assignment')
    .innerJoin('run', (join) =>
      join.onRef('run.facility_id', '=', 'assignment.facility_id').onRef('run.id', '=', 'assignment.run_id'),
    )
    .select(['run.sheet_id as sheetId', 'run.sheet_version as sheetVersion', 'run.status'])
    .select('assignment.area_id as areaId')
    .where('assignment.facility_id', '=', facilityId)
    .where('assignment.person_id', '=', personId)
    .where('run.fiscal_year', '=', fiscalYear)
    .execute();

/** The files these people have added since a moment, those removed again too. */
export const filesAddedBy = ({ tx, facilityId }: Scope, people: readonly string[], since: Date) =>
  tx
    .selectFrom('evidence')
    .select(['added_by as personId', 'item_id as itemId', 'task_id as taskId', 'added_at as at'])
    .where('facility_id', '=', facilityId)
    .where('added_at', '>=', since)
    .where(sql<boolean>`added_by = any (${people}::uuid[])`)
    .execute();

/** Whether any evidence stands at an item. */
export async function standsAt({ tx, facilityId }: Scope, itemId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('evidence')
    .select('id')
    .where('facility_id', '=', facilityId)
    .where('item_id', '=', itemId)
    .where('removed_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
