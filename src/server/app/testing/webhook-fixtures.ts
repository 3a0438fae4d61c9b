import { sql } from 'kysely';
import type { EndpointName, Fixture } from './fixture.ts';
import { request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { World } from './world.ts';

type Names = Extract<EndpointName, `webhook.${string}`>;

const webhookEdit = {
  title: '院内の台帳',
  address: 'https://example.jp/mamori',
  events: ['run.submitted', 'decision.made'],
};
const wrong = { body: { title: ' ', address: 'example.jp', events: [] }, fields: ['title', 'address', 'events'] };
const at = ({ here }: World) => `/facilities/${here.id}/webhooks`;

/** Has the administrator of the facility add a receiver; gives its path. */
export async function addedWebhook(server: TestServer, world: World): Promise<string> {
  const by = world.here.people['facility-administrator'];
  const made = await request(server, by, { method: 'POST', path: at(world), body: webhookEdit });
  return `${at(world)}/${(made.body as { id: string }).id}`;
}

/** The same with a delivery that has come to nothing; gives the path of that. */
export async function failedDelivery(server: TestServer, world: World): Promise<string> {
  const path = await addedWebhook(server, world);
  await request(server, world.here.people['facility-administrator'], { method: 'POST', path: `${path}/test` });
  const { rows } = await server.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.facility_id', ${world.here.id}, true)`.execute(tx);
    return sql<{
      id: string;
    }>`update webhook_delivery set state = 'failed', attempts = 21, fault = 'unreachable', tried_at = now()
      where webhook_id = ${path.split('/').at(-1)} returning id`.execute(tx);
  });
  return `${path}/deliveries/${rows[0]?.id}`;
}

const as = 'facility-administrator';
const ofOne = (method: string, more = '', body?: unknown): Fixture => ({
  as,
  call: async (server, world) => ({
    method,
    path: (await addedWebhook(server, world)) + more,
    ...(body !== undefined && { body }),
  }),
});

export const webhookFixtures: Readonly<Record<Names, Fixture>> = {
  'webhook.list': { as, call: (_, world) => ({ method: 'GET', path: at(world) }) },
  'webhook.make': { as, call: (_, world) => ({ method: 'POST', path: at(world), body: webhookEdit }), wrong },
  'webhook.edit': {
    ...ofOne('PUT', '', { ...webhookEdit, revision: 1 }),
    wrong: { body: { ...wrong.body, revision: 1 }, fields: wrong.fields },
  },
  'webhook.rollSecret': ofOne('POST', '/secret'),
  'webhook.pause': ofOne('PUT', '/paused', { paused: true }),
  'webhook.remove': ofOne('DELETE'),
  'webhook.test': ofOne('POST', '/test'),
  'webhook.deliveries': ofOne('GET', '/deliveries'),
  'webhook.sendAgain': {
    as,
    call: async (server, world) => ({ method: 'POST', path: await failedDelivery(server, world) }),
  },
};
