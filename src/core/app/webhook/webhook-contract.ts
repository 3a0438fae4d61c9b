import { z } from 'zod';
import { endpoint, facilityPath } from '../../kernel/contract.ts';
import { deliveryFaultSchema, deliveryStates, pauseReasons, receiverStates, receiversAtMost } from './webhook.ts';
import { type WebhookEvent, webhookEventNames } from './webhook-event.ts';

const tags = ['ほかのシステムへの知らせ'];
const path = '/facilities/{facilityId}/webhooks';
const onePath = `${path}/{webhookId}` as const;
const access = { kind: 'facility', permission: 'webhook.manage' } as const;
const oneInput = facilityPath.extend({ webhookId: z.uuid() });

const wanted = z.object({
  title: z.string().trim().min(1, 'どのシステムかが分かる名前を入力してください。').max(100, '名前は100文字までです。'),
  address: z
    .url({ protocol: /^https?$/, error: '宛先を「https://」から入力してください。' })
    .max(500, '宛先は500文字までです。'),
  events: z
    .array(z.enum(webhookEventNames))
    .min(1, '知らせることを一つ以上選んでください。')
    .max(webhookEventNames.length, '同じものは一度だけ選んでください。')
    .overwrite((chosen) => webhookEventNames.filter((name) => chosen.includes(name))),
});
export type WebhookEdit = {
  readonly title: string;
  readonly address: string;
  readonly events: readonly WebhookEvent[];
};

const webhookSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  address: z.string(),
  events: z.array(z.string()),
  madeAt: z.date(),
  state: z.enum(receiverStates),
  /** Why nothing is sent: a person paused it, the receiver said it is gone (410), or nothing arrived for three days. */
  pausedWhy: z.enum(pauseReasons).nullable(),
  /** Until when the former secret signs too. */
  formerSecretUntil: z.date().nullable(),
  revision: z.number().int(),
});
export type Webhook = z.infer<typeof webhookSchema>;

const deliverySchema = z.object({
  id: z.uuid(),
  event: z.string(),
  occurredAt: z.date(),
  state: z.enum(deliveryStates),
  attempts: z.number().int(),
  /** What the receiver answered last; nothing else of its answer is kept. */
  status: z.number().int().nullable(),
  fault: deliveryFaultSchema.nullable(),
  triedAt: z.date().nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

const off = {
  'webhook/off': {
    status: 409,
    message:
      'このまもりは、ほかのシステムへ知らせを送れるように設定されていません。まもりを動かしている担当者に、送ってよい宛先（MAMORI_WEBHOOK_HOSTS）の設定を頼んでください。',
  },
} as const;
const changed = {
  'webhook/changed': {
    status: 409,
    message: 'ほかの人が先に直しました。入力を控えてから開き直し、今の内容を確かめて、もう一度お試しください。',
  },
} as const;
const paused = {
  'webhook/paused': { status: 409, message: 'この受け取り先は止めています。再開してから送ってください。' },
} as const;

const secretShown = z.object({ id: z.uuid(), secret: z.string() });

/** Receivers a facility tells what happens (Standard Webhooks), and what they were told. */
export const webhookContract = {
  list: endpoint
    .meta({ access })
    .route({ method: 'GET', path, tags, summary: 'ほかのシステムへの知らせの受け取り先' })
    .input(facilityPath)
    /** `on`: this installation sends at all. */
    .output(z.object({ on: z.boolean(), receivers: z.array(webhookSchema) })),
  make: endpoint
    .meta({ access: { ...access, stepUp: true } })
    .route({ method: 'POST', path, tags, summary: '受け取り先を加える（署名の鍵が見られるのはこの一度だけ）' })
    .input(facilityPath.extend(wanted.shape))
    .output(secretShown)
    .errors({
      ...off,
      'webhook/too-many': {
        status: 409,
        message: `受け取り先は、施設ごとに${receiversAtMost}件までです。使っていないものを消してください。`,
      },
    }),
  edit: endpoint
    .meta({ access: { ...access, stepUp: true } })
    .route({ method: 'PUT', path: onePath, tags, summary: '受け取り先を直す', successStatus: 204 })
    .input(oneInput.extend(wanted.shape).extend({ revision: z.number().int() }))
    .errors({ ...off, ...changed }),
  rollSecret: endpoint
    .meta({ access: { ...access, stepUp: true } })
    .route({
      method: 'POST',
      path: `${onePath}/secret`,
      tags,
      summary: '署名の鍵を作り直す（前の鍵でも24時間は署名する。新しい鍵が見られるのはこの一度だけ）',
    })
    .input(oneInput)
    .output(secretShown),
  pause: endpoint
    .meta({ access })
    .route({
      method: 'PUT',
      path: `${onePath}/paused`,
      tags,
      summary: '受け取り先を止める、再開する',
      successStatus: 204,
    })
    .input(oneInput.extend({ paused: z.boolean() })),
  remove: endpoint
    .meta({ access })
    .route({ method: 'DELETE', path: onePath, tags, summary: '受け取り先を消す', successStatus: 204 })
    .input(oneInput),
  test: endpoint
    .meta({ access })
    .route({ method: 'POST', path: `${onePath}/test`, tags, summary: '試しに一つ送る', successStatus: 204 })
    .input(oneInput)
    .errors({ ...off, ...paused }),
  deliveries: endpoint
    .meta({ access })
    .route({ method: 'GET', path: `${onePath}/deliveries`, tags, summary: '受け取り先に送った知らせ（新しい50件）' })
    .input(oneInput)
    .output(z.object({ on: z.boolean(), receiver: webhookSchema, deliveries: z.array(deliverySchema) })),
  sendAgain: endpoint
    .meta({ access })
    .route({
      method: 'POST',
      path: `${onePath}/deliveries/{deliveryId}`,
      tags,
      summary: '同じ知らせをもう一度送る（番号 webhook-id は同じ）',
      successStatus: 204,
    })
    .input(oneInput.extend({ deliveryId: z.uuid() }))
    .errors({
      ...off,
      ...paused,
      'webhook/under-way': { status: 409, message: 'この知らせは、まだ送っている途中です。終わるまで待ってください。' },
    }),
};
