import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { deleteWebhook, lockWebhook } from './webhook-repository.ts';

/** Removes a receiver with everything it was told. */
export async function removeWebhook(context: FacilityContext, webhookId: string): Promise<void> {
  if (!(await lockWebhook(context, webhookId))) throw notFound();
  await recordActivity(context, 'webhook.removed', webhookId);
  await deleteWebhook(context, webhookId);
}
