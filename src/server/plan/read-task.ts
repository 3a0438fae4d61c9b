import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { findCarriedTo, findFormer } from './carry-repository.ts';
import { findComments } from './comment-repository.ts';
import { findTask } from './task-repository.ts';

/** One task with its thread, through the years it was carried over. */
export async function readTask(context: FacilityContext, taskId: string) {
  const task = await findTask(context, taskId);
  if (!task) throw notFound();
  const before = await findFormer(context, taskId);
  const former = await Promise.all(
    before.map(async ({ id, fiscalYear }) => ({ id, fiscalYear, comments: await findComments(context, id) })),
  );
  const comments = await findComments(context, taskId);
  return { task, comments, former, carriedTo: (await findCarriedTo(context, taskId)) ?? null };
}
