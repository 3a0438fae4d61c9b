import { sql } from 'kysely';
import type { Act } from '#core/kernel/act.ts';
import type { FacilityContext } from '../http/context.ts';

/** An act of the facility's activity log that is news to the reader. */
export type Change = {
  readonly act: Act;
  readonly subject: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
};
/** What is new, or too much to tell, and where to go on from. */
export type Changes = { readonly cursor: string; readonly changes: readonly Change[]; readonly tooMany: boolean };

const atMost = 500;
/** Whoever comes without a cursor has read shortly before, from pages that were asked for up to this long ago. */
const lookBackMs = 120_000;

type Row = { cursor: string; ahead: boolean; changes: Change[] };

/**
 * The acts that came after a cursor. Snapshots are compared, not numbers or times: what was not yet to be seen then and
 * is now, is new, however late it was committed. Cursor and acts are of one statement, so of one snapshot.
 */
export async function readChanges(
  { tx, facilityId, now }: FacilityContext,
  acts: readonly Act[],
  after: string | undefined,
): Promise<Changes> {
  const since =
    after === undefined
      ? sql`at > ${new Date(now.getTime() - lookBackMs)}`
      : sql`xid >= pg_snapshot_xmin(${after}::pg_snapshot) and not pg_visible_in_snapshot(xid, ${after}::pg_snapshot)`;
  const read = await sql<Row>`
    select pg_current_snapshot()::text as cursor,
      pg_snapshot_xmax(${after ?? null}::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()) as ahead,
      (select coalesce(jsonb_agg(to_jsonb(found)), '[]') from (
        select distinct act, subject, detail from activity
        where facility_id = ${facilityId} and ${since} and act = any (${acts}) limit ${atMost + 1}) as found) as changes`.execute(
    tx,
  );
  const [row] = read.rows;
  if (!row) throw new Error('a snapshot is always there');
  const { cursor, ahead, changes } = row;
  return { cursor, changes, tooMany: ahead || changes.length > atMost };
}
