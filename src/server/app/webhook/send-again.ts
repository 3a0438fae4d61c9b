import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { lockDelivery, renewDelivery } from './delivery-repository.ts';
import { refuseWhereOff } from './refuse-address.ts';
import type { WebhookParts } from './webhook-parts.ts';
import { lockWebhook } from './webhook-repository.ts';

type Asked = { readonly webhookId: string; readonly deliveryId: string };

/** Sends a delivery once more, under the same id, so that a receiver that has it knows it again. */
export async function sendAgain(context: FacilityContext, { hosts }: WebhookParts, asked: Asked): Promise<void> {
  const { webhookId, deliveryId } = asked;
  const webhook = await lockWebhook(context, webhookId);
  const delivery = webhook && (await lockDelivery(context, webhookId, deliveryId));
  if (!delivery) throw notFound();
  refuseWhereOff(hosts);
  if (webhook.paused_at !== null) throw refused('webhook/paused');
  if (delivery.state === 'waiting') throw refused('webhook/under-way');
  await recordActivity(context, 'webhook.sent-again', webhookId, { delivery: deliveryId });
  await renewDelivery(context, deliveryId);
}
