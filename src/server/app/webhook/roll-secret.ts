import { formerSecretHours } from '#core/app/webhook/webhook.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newSecret, type WebhookParts } from './webhook-parts.ts';
import { lockWebhook, updateWebhook } from './webhook-repository.ts';

const hourMs = 60 * 60 * 1000;

/** Makes a new secret, handed out this once; the one before signs too for a day. */
export async function rollSecret(context: FacilityContext, { box }: WebhookParts, webhookId: string) {
  const webhook = await lockWebhook(context, webhookId);
  if (!webhook) throw notFound();
  const secret = newSecret();
  await recordActivity(context, 'webhook.secret-rolled', webhookId);
  await updateWebhook(context, webhookId, {
    secret: box.seal(secret),
    former_secret: webhook.secret,
    former_until: new Date(context.now.getTime() + formerSecretHours * hourMs),
  });
  return { id: webhookId, secret };
}
