import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { taskSchema } from './task.ts';
import { commentBodySchema, taskCommentSchema } from './task-comment.ts';

const tags = ['計画'];
const taskPath = facilityPath.extend({ taskId: z.uuid() });
const neighbour = { id: z.uuid(), fiscalYear: z.number().int() };
const route = '/facilities/{facilityId}/tasks/{taskId}';

/** Endpoints of one task and of what people write about it. */
export const taskRecordContract = {
  task: endpoint
    .meta({ access: { kind: 'facility', permission: 'task.read' } })
    .route({ method: 'GET', path: route, tags, summary: '1つの取り組みと、そのやり取り' })
    .input(taskPath)
    .output(
      z.object({
        task: taskSchema,
        comments: z.array(taskCommentSchema),
        /** The tasks of former years it goes on with, the year before first, with what was written there. */
        former: z.array(z.object({ ...neighbour, comments: z.array(taskCommentSchema) })),
        /** The task of the next fiscal year that goes on with it. */
        carriedTo: z.object(neighbour).nullable(),
      }),
    ),
  comment: endpoint
    .meta({ access: { kind: 'facility', permission: 'task.comment' } })
    .route({
      method: 'POST',
      path: `${route}/comments`,
      tags,
      summary: '取り組みのやり取りに書く',
      successStatus: 201,
    })
    .input(taskPath.extend({ body: commentBodySchema }))
    .output(taskCommentSchema)
    .errors({
      'plan/comments-full': {
        status: 409,
        message: 'この取り組みのやり取りは1,000件に達しました。新しい取り組みを作って続けてください。',
      },
    }),
  removeComment: endpoint
    .meta({ access: { kind: 'facility', permission: 'task.comment' } })
    .route({
      method: 'DELETE',
      path: `${route}/comments/{commentId}`,
      tags,
      summary: '自分の書いたことを消す（消した跡は残る）',
      successStatus: 204,
    })
    .input(taskPath.extend({ commentId: z.uuid() })),
};
