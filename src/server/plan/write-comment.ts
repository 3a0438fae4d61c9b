import { randomUUID } from 'node:crypto';
import type { TaskComment } from '#core/plan/task-comment.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { emptyComment, insertComment, lockComment, lockCommentCount } from './comment-repository.ts';
import { findTask } from './task-repository.ts';

/** So that a page of one task stays readable; a program that writes on and on is stopped there. */
const mostComments = 1_000;

type Writing = { readonly taskId: string; readonly body: string };

/** Writes about a task. */
export async function writeComment(context: FacilityContext, { taskId, body }: Writing): Promise<TaskComment> {
  const { personId, personName, now } = context;
  if (!(await findTask(context, taskId))) throw notFound();
  if ((await lockCommentCount(context, taskId)) >= mostComments) throw refused('plan/comments-full');
  const id = randomUUID();
  await recordActivity(context, 'task.commented', taskId, { comment: id });
  await insertComment(context, { id, taskId, body });
  return { id, body, writtenBy: { id: personId, name: personName }, writtenAt: now, removedAt: null };
}

type Removing = { readonly taskId: string; readonly commentId: string };

/** Takes back what one wrote oneself; what was taken back before stays as it is. */
export async function removeComment(context: FacilityContext, removing: Removing): Promise<void> {
  const comment = await lockComment(context, removing);
  if (!comment) throw notFound();
  if (comment.writtenBy !== context.personId) throw refused('not-allowed');
  if (comment.removedAt) return;
  await recordActivity(context, 'task.comment-removed', removing.taskId, { comment: removing.commentId });
  await emptyComment(context, removing);
}
