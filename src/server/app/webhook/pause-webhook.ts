import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { lockWebhook, updateWebhook } from './webhook-repository.ts';

/** Has nothing more sent to a receiver, or has it told again of what happens from now on. */
export async function pauseWebhook(context: FacilityContext, webhookId: string, paused: boolean): Promise<void> {
  const webhook = await lockWebhook(context, webhookId);
  if (!webhook) throw notFound();
  await recordActivity(context, paused ? 'webhook.paused' : 'webhook.resumed', webhookId);
  const change = paused
    ? { paused_at: context.now, paused_why: 'asked' as const }
    : { paused_at: null, paused_why: null, failing_since: null, rests_until: null };
  await updateWebhook(context, webhookId, change);
}
