import type { WebhookEdit } from '#core/app/webhook/webhook-contract.ts';
import { actsOf } from '#core/app/webhook/webhook-event.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { refuseAddress } from './refuse-address.ts';
import type { WebhookParts } from './webhook-parts.ts';
import { lockWebhook, updateWebhook } from './webhook-repository.ts';

type Edit = WebhookEdit & { readonly webhookId: string; readonly revision: number };

/** Changes name, address and events; refused where somebody else was first. What waits goes to the new address. */
export async function editWebhook(context: FacilityContext, { hosts }: WebhookParts, edit: Edit): Promise<void> {
  const { webhookId, title, address, events, revision } = edit;
  const webhook = await lockWebhook(context, webhookId);
  if (!webhook) throw notFound();
  refuseAddress(address, hosts);
  if (webhook.revision !== revision) throw refused('webhook/changed');
  await recordActivity(context, 'webhook.edited', webhookId);
  await updateWebhook(context, webhookId, { title, address, acts: [...actsOf(events)], revision: revision + 1 });
}
