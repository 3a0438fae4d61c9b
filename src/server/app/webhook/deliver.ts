import type { Kysely } from 'kysely';
import { type Answer, messageBody, restMinutes, type Settlement, settleDelivery } from '#core/app/webhook/webhook.ts';
import { eventOfAct } from '#core/app/webhook/webhook-event.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { asSystem, type SystemTx } from '../../platform/database/transaction.ts';
import type { Outbox } from '../../platform/mail/outbox.ts';
import { mayReceive } from './allowed-host.ts';
import { type DeliveryKey, findWaiting, noteTry, type Waiting, withhold } from './delivery-repository.ts';
import { postMessage } from './post-message.ts';
import { signedHeaders } from './sign-message.ts';
import { tellPaused } from './tell-paused.ts';
import type { WebhookParts } from './webhook-parts.ts';

type WebhookDesk = {
  readonly db: Kysely<Tables>;
  readonly webhooks: WebhookParts;
  readonly outbox: Outbox | undefined;
  readonly now: () => Date;
};

const minuteMs = 60 * 1000;

function secretsOf({ secret, former_secret, former_until }: Waiting, { box }: WebhookParts, now: Date) {
  const former = former_secret !== null && former_until !== null && former_until > now ? [former_secret] : [];
  try {
    return [secret, ...former].map((sealed) => box.open(sealed));
  } catch {
    return undefined;
  }
}

async function send({ webhooks, now }: WebhookDesk, { facilityId }: DeliveryKey, waiting: Waiting): Promise<Answer> {
  const at = now();
  if (!mayReceive(waiting.address, webhooks.hosts)) return { fault: 'host-not-allowed' };
  if (waiting.rests_until !== null && waiting.rests_until > at) return { fault: 'resting' };
  const secrets = secretsOf(waiting, webhooks, at);
  if (!secrets) return { fault: 'secret' };
  const { id, act, act_id: actId, subject, occurred_at: occurredAt, address } = waiting;
  const body = messageBody({ facilityId, event: eventOfAct(act) ?? act, occurredAt, actId, subject });
  return postMessage({ address, headers: signedHeaders({ id, at, body }, secrets), body });
}

/** What a try says of its receiver: it works, or does not and since when, or gets nothing more. */
async function noteReceiver(
  tx: SystemTx,
  place: Place,
  { state, pause, rest }: Settlement,
  at: Date,
): Promise<boolean> {
  const of = tx.updateTable('webhook').where('facility_id', '=', place.facilityId).where('id', '=', place.webhookId);
  if (state === 'delivered') {
    await of.set({ failing_since: null, rests_until: null }).execute();
    return false;
  }
  await of
    .set((webhook) => ({
      failing_since: webhook.fn.coalesce('failing_since', webhook.val(at)),
      ...(rest && { rests_until: new Date(at.getTime() + restMinutes * minuteMs) }),
    }))
    .execute();
  if (pause === null) return false;
  const set = { paused_at: at, paused_why: pause };
  const { numUpdatedRows } = await of.where('paused_at', 'is', null).set(set).executeTakeFirst();
  return numUpdatedRows > 0n;
}

type Place = { readonly facilityId: string; readonly webhookId: string };

async function settle(desk: WebhookDesk, key: DeliveryKey, waiting: Waiting, answer: Answer): Promise<Settlement> {
  const [attempts, at] = [waiting.attempts + 1, desk.now()];
  const settlement = settleDelivery(answer, attempts);
  const { status = null, fault = null } = { status: undefined, fault: undefined, ...answer };
  await asSystem(desk.db, async (tx) => {
    const { state, pause } = settlement;
    if (!(await noteTry(tx, key, { state, attempts, status, fault, at }))) return;
    const place = { facilityId: key.facilityId, webhookId: waiting.webhook_id };
    const paused = await noteReceiver(tx, place, settlement, at);
    if (paused && pause) await tellPaused(tx, desk.outbox, { ...place, why: pause, now: at });
  });
  return settlement;
}

/** Tells a receiver what waits for it. Throws where it shall be tried again; at worst it arrives twice, under the same id. */
export async function deliver(desk: WebhookDesk, key: DeliveryKey): Promise<void> {
  const waiting = await asSystem(desk.db, (tx) => findWaiting(tx, key));
  if (!waiting) return;
  if (waiting.paused_at !== null) return asSystem(desk.db, (tx) => withhold(tx, key));
  const { state } = await settle(desk, key, waiting, await send(desk, key, waiting));
  if (state === 'waiting') throw new Error('the receiver has not taken it yet');
}
