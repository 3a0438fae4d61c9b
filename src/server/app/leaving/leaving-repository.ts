import { sql } from 'kysely';
import type { AnnouncedLeaving } from '#core/app/leaving-contract.ts';
import type { FacilityTx, SystemTx } from '../../platform/database/transaction.ts';
import type { FacilityContext } from '../../platform/http/context.ts';

type Place = Pick<FacilityContext, 'tx' | 'facilityId'>;

/** What the facility has announced; null where it stays. */
export async function findLeaving({ tx, facilityId }: Place): Promise<AnnouncedLeaving | null> {
  const row = await tx
    .selectFrom('leaving')
    .leftJoin('person', 'person.id', 'leaving.announced_by')
    .select(['announced_by', 'announced_at', 'due_at', 'person.name'])
    .where('facility_id', '=', facilityId)
    .executeTakeFirst();
  if (!row) return null;
  const announcedBy = { id: row.announced_by, name: row.name ?? '' };
  return { announcedAt: row.announced_at, dueAt: row.due_at, announcedBy };
}

/** The same; whoever announces or withdraws at the same moment waits until the transaction ends. */
export async function lockLeaving(place: Place): Promise<AnnouncedLeaving | null> {
  const { tx, facilityId } = place;
  await tx.selectFrom('facility').select('id').where('id', '=', facilityId).forNoKeyUpdate().execute();
  return findLeaving(place);
}

export const insertLeaving = (
  { tx, facilityId, personId, now }: FacilityContext,
  { dueAt }: Pick<AnnouncedLeaving, 'dueAt'>,
) =>
  tx
    .insertInto('leaving')
    .values({ facility_id: facilityId, announced_by: personId, announced_at: now, due_at: dueAt })
    .execute();

export const deleteLeaving = ({ tx, facilityId }: Place) =>
  tx.deleteFrom('leaving').where('facility_id', '=', facilityId).execute();

/** Whom what becomes of the facility concerns first: its administrators and executives. */
export const findAnswerable = (tx: FacilityTx, facilityId: string) =>
  tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.id', 'person.name'])
    .where('member.facility_id', '=', facilityId)
    .where(sql<boolean>`member.roles && array['facility-administrator', 'executive']`)
    .orderBy('person.id')
    .execute();

/** Facilities whose time is over, and those that were being emptied when it was stopped. */
export async function findDue(tx: SystemTx, now: Date): Promise<readonly string[]> {
  const rows = await tx.selectFrom('leaving').select('facility_id').where('due_at', '<=', now).execute();
  return rows.map((row) => row.facility_id);
}

export type Step = 'more' | 'done' | 'busy' | 'nothing';

/** One step on the way out of a facility that is due; in a transaction of its own. */
export async function eraseStep(tx: SystemTx, facilityId: string, files: number, now: Date): Promise<Step> {
  const { rows } = await sql<{ step: Step }>`select erase_left(${facilityId}, ${files}, ${now}) as step`.execute(tx);
  return rows[0]?.step ?? 'nothing';
}
