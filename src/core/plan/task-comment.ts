import { z } from 'zod';

/** What somebody wrote about a task; empty where it was taken back. */
export const taskCommentSchema = z.object({
  id: z.uuid(),
  body: z.string(),
  writtenBy: z.object({ id: z.uuid(), name: z.string() }),
  writtenAt: z.date(),
  removedAt: z.date().nullable(),
});
export type TaskComment = z.infer<typeof taskCommentSchema>;

export const commentBodySchema = z
  .string()
  .trim()
  .min(1, '書くことを入力してください。')
  .max(2_000, '2,000文字までにしてください。');
