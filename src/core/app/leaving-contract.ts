import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';

const tags = ['施設の記録と利用の終わり'];
const route = '/facilities/{facilityId}/leaving';

export const leavingSchema = z.object({
  announcedAt: z.date(),
  /** Until then it can be withdrawn; from then on everything of the facility is deleted. */
  dueAt: z.date(),
  announcedBy: z.object({ id: z.uuid(), name: z.string() }),
});
export type AnnouncedLeaving = z.infer<typeof leavingSchema>;

/** Everything of a facility handed out to it, and the end of its use. */
export const leavingContract = {
  recordSize: endpoint
    .meta({ access: { kind: 'facility', permission: 'facility.export', stepUp: true } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/record',
      tags,
      summary: '施設の記録一式に入る点検と証跡の数、証跡の大きさ（バイト）',
    })
    .input(facilityPath)
    .output(z.object({ runs: z.number().int(), files: z.number().int(), bytes: z.number().int() })),
  record: endpoint
    .meta({
      access: { kind: 'facility', permission: 'facility.export', stepUp: true },
      recordRead: { act: 'leaving.exported', by: 'everyone' },
      costly: true,
    })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/record.zip',
      tags,
      summary: '施設の記録一式を ZIP で受け取る（点検と回答の履歴、結果、証跡、職員、取り決め、操作の記録など）',
    })
    .input(facilityPath)
    .output(z.file()),
  read: endpoint
    .meta({ access: { kind: 'facility', permission: 'leaving.read' } })
    .route({ method: 'GET', path: route, tags, summary: '利用をやめる予定（なければ null）' })
    .input(facilityPath)
    .output(leavingSchema.nullable()),
  announce: endpoint
    .meta({ access: { kind: 'facility', permission: 'leaving.change', stepUp: true } })
    .route({
      method: 'POST',
      path: route,
      tags,
      summary: 'まもりの利用をやめると決める（30日の間は続けることに変えられ、そのあと施設のすべてが消える）',
    })
    .input(facilityPath)
    .output(leavingSchema)
    .errors({
      'leaving/announced-already': {
        status: 409,
        message: 'この施設は、利用をやめることがもう決まっています。消える日は変わっていません。',
      },
    }),
  withdraw: endpoint
    .meta({ access: { kind: 'facility', permission: 'leaving.change' } })
    .route({ method: 'DELETE', path: route, tags, summary: 'やめると決めた利用を続けることにする', successStatus: 204 })
    .input(facilityPath)
    .errors({
      'leaving/not-announced': {
        status: 409,
        message: '利用をやめる予定はありません。ほかの管理者が、先に続けることにしたのかもしれません。',
      },
      'leaving/over': {
        status: 409,
        message: '期限が過ぎたため、利用を続けることに変えられません。施設の記録は、まもなくすべて消えます。',
      },
    }),
};
