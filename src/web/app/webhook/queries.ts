import { webhookContract } from '#core/app/webhook/webhook-contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const webhooks = queriesFor(webhookContract);

export type ShownReceiver = Awaited<ReturnType<typeof webhooks.list.call>>['receivers'][number];
export type ShownDelivery = Awaited<ReturnType<typeof webhooks.deliveries.call>>['deliveries'][number];

/** The receivers of a facility, always as they stand now. */
export const webhooksQuery = (facilityId: string) =>
  webhooks.list.queryOptions({ input: { facilityId }, staleTime: 0 });

/** One receiver and what it was told. */
export const deliveriesQuery = (facilityId: string, webhookId: string) =>
  webhooks.deliveries.queryOptions({ input: { facilityId, webhookId }, staleTime: 0 });
