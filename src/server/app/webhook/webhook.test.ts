import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { receiversAtMost } from '#core/app/webhook/webhook.ts';
import { asSuperuser } from '../../platform/backup/testing/filled-database.ts';
import { startTestServer, testWebhooks } from '../testing/test-server.ts';
import type { TestFacility } from '../testing/world.ts';
import { Hooked } from './testing/hooked.ts';

let hooked: Hooked;
let here: TestFacility;
let n = 0;
beforeAll(async () => {
  hooked = await Hooked.open();
});
afterAll(() => hooked.stop());
beforeEach(async () => {
  n += 1;
  here = await hooked.facility(`受け取り先の病院${n}`);
});

const edit = (more: object = {}) => ({
  title: '院内の台帳',
  address: hooked.receiver.address,
  events: ['task.added'],
  ...more,
});
const listed = async () =>
  (await hooked.at(here, 'GET', '/webhooks')).body as {
    on: boolean;
    receivers: { id: string; title: string; events: string[]; revision: number }[];
  };

test('the secret is shown once and kept sealed', async () => {
  const { secret } = await hooked.make(here, ['run.submitted', 'task.added']);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(JSON.stringify(await listed())).not.toContain(secret.slice(6));
  const { rows } = await asSuperuser(hooked.server.database, (client) =>
    client.query<{ kept: string }>('select to_jsonb(w)::text as kept from webhook w'),
  );
  const kept = rows.map((row) => row.kept).join('\n');
  for (const text of [secret.slice(6), Buffer.from(secret).toString('hex')]) expect(kept).not.toContain(text);
});

test.each([
  'https://hooks.example.jp/',
  'http://127.0.0.1:1/',
  'https://169.254.169.254/latest/meta-data/',
  'http://user:pass@localhost/',
])('an address nobody has named is refused where it stands: %s', async (address) => {
  const reply = await hooked.at(here, 'POST', '/webhooks', edit({ address }));
  expect(reply).toMatchObject({ status: 400, body: { data: { faults: [{ field: 'address' }] } } });
  const { id } = await hooked.make(here, ['task.added']);
  const change = await hooked.at(here, 'PUT', `/webhooks/${id}`, edit({ address, revision: 1 }));
  expect(change).toMatchObject({ status: 400, body: { data: { faults: [{ field: 'address' }] } } });
});

test('nothing is added where the installation sends nothing, and the page knows', async () => {
  const off = await startTestServer({ webhooks: testWebhooks([]) }, hooked.server);
  const beside = new Hooked(off, hooked.receiver, hooked.slow);
  expect((await beside.at(here, 'GET', '/webhooks')).body).toEqual({ on: false, receivers: [] });
  expect(await beside.at(here, 'POST', '/webhooks', edit())).toMatchObject({
    status: 409,
    body: { code: 'webhook/off', message: expect.stringContaining('MAMORI_WEBHOOK_HOSTS') },
  });
  await off.stop();
});

test('there are ten at most, also when they are added at the same moment', async () => {
  const replies = await Promise.all(
    Array.from({ length: receiversAtMost + 3 }, () => hooked.at(here, 'POST', '/webhooks', edit())),
  );
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(receiversAtMost);
  expect(replies.find(({ status }) => status !== 200)).toMatchObject({
    status: 409,
    body: { code: 'webhook/too-many' },
  });
});

test('a change is refused where somebody else was first, and what is changed counts from then on', async () => {
  const { id } = await hooked.make(here, ['task.added']);
  const changed = edit({ title: '地域の台帳', events: ['decision.made', 'run.submitted'], revision: 1 });
  expect((await hooked.at(here, 'PUT', `/webhooks/${id}`, changed)).status).toBe(204);
  expect(await hooked.at(here, 'PUT', `/webhooks/${id}`, changed)).toMatchObject({
    status: 409,
    body: { code: 'webhook/changed' },
  });
  expect((await listed()).receivers).toMatchObject([
    { title: '地域の台帳', events: ['run.submitted', 'decision.made'], revision: 2 },
  ]);
  await hooked.addTask(here);
  expect(await hooked.waiting()).toBe(0);
});

test('another facility has no part in it, whatever it names', async () => {
  const { id } = await hooked.make(here, ['task.added']);
  await hooked.at(here, 'POST', `/webhooks/${id}/test`);
  const { deliveries } = await hooked.told(here, { id, secret: '' });
  const other = await hooked.facility('よその病院');
  const one = `/webhooks/${id}`;
  const tried = [
    ['GET', `${one}/deliveries`],
    ['POST', `${one}/test`],
    ['POST', `${one}/secret`],
    ['POST', `${one}/deliveries/${deliveries[0]?.id}`],
    ['PUT', `${one}/paused`, { paused: true }],
    ['PUT', one, edit({ revision: 1 })],
    ['DELETE', one],
  ] as const;
  for (const [method, path, body] of tried) expect((await hooked.at(other, method, path, body)).status).toBe(404);
  expect((await listed()).receivers).toMatchObject([{ state: 'running', revision: 1 }]);
});

test('what is done to a receiver stands in the log by its name', async () => {
  const { id } = await hooked.make(here, ['task.added']);
  hooked.server.clock.now = new Date(hooked.server.clock.now.getTime() + 1000);
  await hooked.at(here, 'POST', `/webhooks/${id}/secret`);
  const { entries } = (await hooked.at(here, 'GET', '/activity')).body as { entries: object[] };
  expect(entries.slice(0, 2)).toMatchObject([
    { act: 'webhook.secret-rolled', subject: id, about: '院内の台帳' },
    { act: 'webhook.made', subject: id },
  ]);
});

test('a delivery under way is not sent a second time', async () => {
  const { id } = await hooked.make(here, ['task.added']);
  await hooked.at(here, 'POST', `/webhooks/${id}/test`);
  const { deliveries } = await hooked.told(here, { id, secret: '' });
  expect(await hooked.at(here, 'POST', `/webhooks/${id}/deliveries/${deliveries[0]?.id}`)).toMatchObject({
    status: 409,
    body: { code: 'webhook/under-way' },
  });
});
