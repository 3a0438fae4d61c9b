import { sql } from 'kysely';
import type { TaskComment } from '#core/plan/task-comment.ts';
import type { FacilityContext } from '../platform/http/context.ts';

/** What was written about a task, in the order it came. */
export async function findComments({ tx, facilityId }: FacilityContext, taskId: string): Promise<TaskComment[]> {
  const rows = await tx
    .selectFrom('task_comment as c')
    .innerJoin('person as p', 'p.id', 'c.written_by')
    .select(['c.id', 'c.body', 'c.written_at', 'c.removed_at', 'p.id as person_id', 'p.name'])
    .where('c.facility_id', '=', facilityId)
    .where('c.task_id', '=', taskId)
    .orderBy('c.written_at')
    .orderBy('c.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    body: row.body,
    writtenBy: { id: row.person_id, name: row.name },
    writtenAt: row.written_at,
    removedAt: row.removed_at,
  }));
}

/** How many comments a task has; counted in turn with whoever writes at the same moment. */
export async function lockCommentCount({ tx, facilityId }: FacilityContext, taskId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('task comments ' || ${taskId}, 0))`.execute(tx);
  const { count } = await tx
    .selectFrom('task_comment')
    .select((row) => row.fn.countAll<string>().as('count'))
    .where('facility_id', '=', facilityId)
    .where('task_id', '=', taskId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export const insertComment = (
  { tx, facilityId, personId, now }: FacilityContext,
  comment: { readonly id: string; readonly taskId: string; readonly body: string },
) =>
  tx
    .insertInto('task_comment')
    .values({
      facility_id: facilityId,
      task_id: comment.taskId,
      id: comment.id,
      body: comment.body,
      written_by: personId,
      written_at: now,
      removed_at: null,
    })
    .execute();

type Named = { readonly taskId: string; readonly commentId: string };

/** Whose comment it is and whether it still stands, held until the transaction ends. */
export const lockComment = ({ tx, facilityId }: FacilityContext, { taskId, commentId }: Named) =>
  tx
    .selectFrom('task_comment')
    .select(['written_by as writtenBy', 'removed_at as removedAt'])
    .where('facility_id', '=', facilityId)
    .where('task_id', '=', taskId)
    .where('id', '=', commentId)
    .forUpdate()
    .executeTakeFirst();

/** Takes the words of a comment away; that there was one stays. */
export const emptyComment = ({ tx, facilityId, now }: FacilityContext, { commentId }: Named) =>
  tx
    .updateTable('task_comment')
    .set({ body: '', removed_at: now })
    .where('facility_id', '=', facilityId)
    .where('id', '=', commentId)
    .execute();
