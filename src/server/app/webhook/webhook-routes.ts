import { implement } from '@orpc/server';
import { webhookContract } from '#core/app/webhook/webhook-contract.ts';
import type { FacilityContext, RequestContext } from '../../platform/http/context.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { findDeliveries } from './delivery-repository.ts';
import { editWebhook } from './edit-webhook.ts';
import { makeWebhook } from './make-webhook.ts';
import { pauseWebhook } from './pause-webhook.ts';
import { removeWebhook } from './remove-webhook.ts';
import { rollSecret } from './roll-secret.ts';
import { sendAgain } from './send-again.ts';
import { testWebhook } from './test-webhook.ts';
import type { WebhookParts } from './webhook-parts.ts';
import { findWebhook, findWebhooks } from './webhook-repository.ts';

async function listDeliveries(context: FacilityContext, { hosts }: WebhookParts, webhookId: string) {
  const receiver = await findWebhook(context, webhookId);
  if (!receiver) throw notFound();
  return { on: hosts.length > 0, receiver, deliveries: await findDeliveries(context, webhookId) };
}

/** The contract of receivers, each endpoint tied to its action. */
export function webhookRoutes(parts: WebhookParts) {
  const os = implement(webhookContract).$context<RequestContext>();
  return os.router({
    list: os.list.handler(({ context }) =>
      context.inFacility(async (here) => ({ on: parts.hosts.length > 0, receivers: await findWebhooks(here) })),
    ),
    make: os.make.handler(({ context, input }) => context.inFacility((here) => makeWebhook(here, parts, input))),
    edit: os.edit.handler(({ context, input }) => context.inFacility((here) => editWebhook(here, parts, input))),
    rollSecret: os.rollSecret.handler(({ context, input }) =>
      context.inFacility((here) => rollSecret(here, parts, input.webhookId)),
    ),
    pause: os.pause.handler(({ context, input }) =>
      context.inFacility((here) => pauseWebhook(here, input.webhookId, input.paused)),
    ),
    remove: os.remove.handler(({ context, input }) =>
      context.inFacility((here) => removeWebhook(here, input.webhookId)),
    ),
    test: os.test.handler(({ context, input }) =>
      context.inFacility((here) => testWebhook(here, parts, input.webhookId)),
    ),
    deliveries: os.deliveries.handler(({ context, input }) =>
      context.inFacility((here) => listDeliveries(here, parts, input.webhookId)),
    ),
    sendAgain: os.sendAgain.handler(({ context, input }) =>
      context.inFacility((here) => sendAgain(here, parts, input)),
    ),
  });
}
