import { randomUUID } from 'node:crypto';
import { receiversAtMost } from '#core/app/webhook/webhook.ts';
import type { WebhookEdit } from '#core/app/webhook/webhook-contract.ts';
import { actsOf } from '#core/app/webhook/webhook-event.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { refuseAddress } from './refuse-address.ts';
import { newSecret, type WebhookParts } from './webhook-parts.ts';
import { countWebhooks, insertWebhook } from './webhook-repository.ts';

/** Adds a receiver; its secret is handed out this once and kept sealed. */
export async function makeWebhook(context: FacilityContext, { hosts, box }: WebhookParts, wanted: WebhookEdit) {
  const { title, address, events } = wanted;
  refuseAddress(address, hosts);
  if ((await countWebhooks(context)) >= receiversAtMost) throw refused('webhook/too-many');
  const [id, secret] = [randomUUID(), newSecret()];
  await recordActivity(context, 'webhook.made', id);
  await insertWebhook(context, {
    id,
    title,
    address,
    acts: [...actsOf(events)],
    secret: box.seal(secret),
    made_at: context.now,
  });
  return { id, secret };
}
