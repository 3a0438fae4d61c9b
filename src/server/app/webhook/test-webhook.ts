import { randomUUID } from 'node:crypto';
import { testAct } from '#core/app/webhook/webhook-event.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { insertDelivery } from './delivery-repository.ts';
import { refuseWhereOff } from './refuse-address.ts';
import type { WebhookParts } from './webhook-parts.ts';
import { lockWebhook } from './webhook-repository.ts';

/** Sends a receiver something to try it with. */
export async function testWebhook(context: FacilityContext, { hosts }: WebhookParts, webhookId: string): Promise<void> {
  const webhook = await lockWebhook(context, webhookId);
  if (!webhook) throw notFound();
  refuseWhereOff(hosts);
  if (webhook.paused_at !== null) throw refused('webhook/paused');
  const id = randomUUID();
  await recordActivity(context, testAct, webhookId, {}, id);
  await insertDelivery(context, { webhookId, id, act: testAct, at: context.now });
}
