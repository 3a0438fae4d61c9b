import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { liveBatchSchema, longestCursor } from '../kernel/live.ts';
import { sheetEventSchema } from '../sheet/live-event.ts';

const tags = ['同時に使う'];
const route = '/facilities/{facilityId}/live';

/** Everything that can be told of a facility while it happens. */
const batchSchema = liveBatchSchema(sheetEventSchema);

export const liveContract = {
  stream: endpoint
    .meta({ access: { kind: 'facility', permission: 'facility.read' }, unattended: true })
    .route({
      method: 'GET',
      path: route,
      tags,
      summary: 'ほかの人の変更を、起きるたびに受け取る（Server-Sent Events）',
      description:
        '`id` は続きの場所です。切れたら `Last-Event-ID` に入れて開き直すと、その後のものから届きます。なければ直前の2分から始まります。',
    })
    .input(facilityPath)
    .output(eventIterator(batchSchema))
    .errors({
      'live/too-many-streams': {
        status: 429,
        message: '同時に開ける数を超えています。まもりを開いているほかの画面を閉じてください。',
      },
    }),
  changes: endpoint
    .meta({ access: { kind: 'facility', permission: 'facility.read' }, unattended: true })
    .route({ method: 'GET', path: `${route}-changes`, tags, summary: 'ほかの人の変更を、一度だけ受け取る' })
    .input(facilityPath.extend({ after: z.string().max(longestCursor).optional() }))
    .output(batchSchema),
};
