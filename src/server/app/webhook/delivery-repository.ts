import { sql } from 'kysely';
import { deliveryFaultSchema } from '#core/app/webhook/webhook.ts';
import type { Delivery } from '#core/app/webhook/webhook-contract.ts';
import { eventOfAct } from '#core/app/webhook/webhook-event.ts';
import type { SystemTx } from '../../platform/database/transaction.ts';
import type { FacilityContext } from '../../platform/http/context.ts';

type Place = Pick<FacilityContext, 'tx' | 'facilityId'>;
export type DeliveryKey = { readonly facilityId: string; readonly deliveryId: string };

const mostShown = 50;

/** The newest deliveries to a receiver. */
export async function findDeliveries({ tx, facilityId }: Place, webhookId: string): Promise<Delivery[]> {
  const rows = await tx
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('facility_id', '=', facilityId)
    .where('webhook_id', '=', webhookId)
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute();
  return rows.map(({ id, act, occurred_at, state, attempts, status, fault, tried_at }) => ({
    id,
    event: eventOfAct(act) ?? act,
    occurredAt: occurred_at,
    state,
    attempts,
    status,
    fault: deliveryFaultSchema.safeParse(fault).data ?? null,
    triedAt: tried_at,
  }));
}

export const lockDelivery = ({ tx, facilityId }: Place, webhookId: string, id: string) =>
  tx
    .selectFrom('webhook_delivery')
    .select('state')
    .where('facility_id', '=', facilityId)
    .where('webhook_id', '=', webhookId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** A delivery that waits asks for its job itself. */
export const insertDelivery = (
  { tx, facilityId }: Place,
  { webhookId, ...of }: { readonly webhookId: string; readonly id: string; readonly act: string; readonly at: Date },
) =>
  tx
    .insertInto('webhook_delivery')
    .values({
      facility_id: facilityId,
      id: of.id,
      webhook_id: webhookId,
      act_id: of.id,
      act: of.act,
      subject: webhookId,
      occurred_at: of.at,
      status: null,
      fault: null,
      tried_at: null,
    })
    .execute();

/** Has it wait anew, with all its tries before it. */
export const renewDelivery = ({ tx, facilityId }: Place, id: string) =>
  tx
    .updateTable('webhook_delivery')
    .set({ state: 'waiting', attempts: 0 })
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .execute();

/** A delivery that waits with its receiver; undefined where it waits no more. */
export const findWaiting = (tx: SystemTx, { facilityId, deliveryId }: DeliveryKey) =>
  tx
    .selectFrom('webhook_delivery as d')
    .innerJoin('webhook as w', (join) =>
      join.onRef('w.facility_id', '=', 'd.facility_id').onRef('w.id', '=', 'd.webhook_id'),
    )
    .select(['d.id', 'd.act_id', 'd.act', 'd.subject', 'd.occurred_at', 'd.attempts', 'd.webhook_id'])
    .select(['w.address', 'w.secret', 'w.former_secret', 'w.former_until', 'w.paused_at', 'w.rests_until'])
    .where('d.facility_id', '=', facilityId)
    .where('d.id', '=', deliveryId)
    .where('d.state', '=', 'waiting')
    .executeTakeFirst();
export type Waiting = NonNullable<Awaited<ReturnType<typeof findWaiting>>>;

type Tried = {
  readonly state: Delivery['state'];
  readonly attempts: number;
  readonly status: number | null;
  readonly fault: string | null;
  readonly at: Date;
};

/** Notes a try; whether it still waited, so that what was settled meanwhile stays so. */
export async function noteTry(tx: SystemTx, { facilityId, deliveryId }: DeliveryKey, tried: Tried): Promise<boolean> {
  const { state, attempts, status, fault, at } = tried;
  const { numUpdatedRows } = await tx
    .updateTable('webhook_delivery')
    .set({ state, attempts, status, fault, tried_at: at })
    .where('facility_id', '=', facilityId)
    .where('id', '=', deliveryId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends a delivery without a try: its receiver is paused. */
export async function withhold(tx: SystemTx, { facilityId, deliveryId }: DeliveryKey): Promise<void> {
  await tx
    .updateTable('webhook_delivery')
    .set({ state: 'withheld' })
    .where('facility_id', '=', facilityId)
    .where('id', '=', deliveryId)
    .where('state', '=', 'waiting')
    .execute();
}

/** Those who administer a facility, by id and name. */
export async function administratorsOf(tx: SystemTx, facilityId: string) {
  const { rows } = await sql<{ id: string }>`select administrators_of(${facilityId}) as id`.execute(tx);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  return tx.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
}
