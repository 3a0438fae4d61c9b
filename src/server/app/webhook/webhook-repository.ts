import type { Insertable, Selectable, Updateable } from 'kysely';
import { receiverState } from '#core/app/webhook/webhook.ts';
import type { Webhook } from '#core/app/webhook/webhook-contract.ts';
import { eventsOf } from '#core/app/webhook/webhook-event.ts';
import type { WebhookTables } from '../../platform/database/webhook-tables.ts';
import type { FacilityContext } from '../../platform/http/context.ts';

type Place = Pick<FacilityContext, 'tx' | 'facilityId'>;
type Row = Selectable<WebhookTables['webhook']>;

const shown = (row: Omit<Row, 'secret' | 'former_secret'>, now: Date): Webhook => ({
  id: row.id,
  title: row.title,
  address: row.address,
  events: [...eventsOf(row.acts)],
  madeAt: row.made_at,
  state: receiverState({ pausedWhy: row.paused_why, failing: row.failing_since !== null }),
  pausedWhy: row.paused_why,
  formerSecretUntil: row.former_until !== null && row.former_until > now ? row.former_until : null,
  revision: row.revision,
});

/** All of the facility, oldest first; there are few. */
export async function findWebhooks({ tx, facilityId, now }: Place & { readonly now: Date }) {
  const rows = await tx
    .selectFrom('webhook')
    .selectAll()
    .where('facility_id', '=', facilityId)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => shown(row, now));
}

export async function findWebhook(place: Place & { readonly now: Date }, id: string): Promise<Webhook | undefined> {
  const row = await ofId(place, id).executeTakeFirst();
  return row && shown(row, place.now);
}

/** One receiver, held until the transaction ends. */
export const lockWebhook = (place: Place, id: string) => ofId(place, id).forUpdate().executeTakeFirst();

const ofId = ({ tx, facilityId }: Place, id: string) =>
  tx.selectFrom('webhook').selectAll().where('facility_id', '=', facilityId).where('id', '=', id);

/** How many there are; whoever adds one at the same moment waits until the transaction ends. */
export async function countWebhooks({ tx, facilityId }: Place): Promise<number> {
  await tx.selectFrom('facility').select('id').where('id', '=', facilityId).forNoKeyUpdate().execute();
  const rows = await tx.selectFrom('webhook').select('id').where('facility_id', '=', facilityId).execute();
  return rows.length;
}

export const insertWebhook = (
  { tx, facilityId }: Place,
  row: Omit<Insertable<WebhookTables['webhook']>, 'facility_id'>,
) =>
  tx
    .insertInto('webhook')
    .values({ facility_id: facilityId, ...row })
    .execute();

export const updateWebhook = ({ tx, facilityId }: Place, id: string, set: Updateable<WebhookTables['webhook']>) =>
  tx.updateTable('webhook').set(set).where('facility_id', '=', facilityId).where('id', '=', id).execute();

/** What it was told goes with it. */
export const deleteWebhook = ({ tx, facilityId }: Place, id: string) =>
  tx.deleteFrom('webhook').where('facility_id', '=', facilityId).where('id', '=', id).execute();
