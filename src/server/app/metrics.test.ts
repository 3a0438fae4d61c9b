import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openPool } from '../platform/database/pool.ts';
import { type FreshDatabase, freshDatabase } from '../platform/database/testing/fresh-database.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { withClient } from '../platform/database/with-client.ts';
import { enqueue } from '../platform/jobs/enqueue.ts';
import { openMetrics } from '../platform/metrics/open-metrics.ts';
import { serveMetrics } from '../platform/metrics/serve-metrics.ts';
import { patient } from '../platform/testing/patient.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { addTestFacility } from './testing/world.ts';

let server: TestServer;
let metrics: Awaited<ReturnType<typeof openMetrics>>;
let served: Awaited<ReturnType<typeof serveMetrics>>;
let spare: FreshDatabase;
let pool: ReturnType<typeof openPool>;
let backupAt: Date | undefined;

beforeAll(async () => {
  spare = await freshDatabase();
  pool = openPool(spare.app, () => undefined);
  metrics = await openMetrics({
    ...pool,
    streams: () => 3,
    version: '9.9.9',
    backups: { scheduled: true, lastAt: async () => backupAt },
    now: () => new Date('2026-11-21T04:00:00Z'),
  });
  served = await serveMetrics(metrics, 0);
  const few = { most: 2, seconds: 60 };
  server = await startTestServer({ metrics, rateLimits: { ordinary: few, costly: few, door: few, stranger: few } });
});
afterAll(async () => {
  await server.stop();
  await served.stop();
  await pool.close();
  await spare.drop();
});

/** What stands at an address of the port for monitoring, asked for under a host name. */
const asked = (path: string, host = '127.0.0.1') =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    get({ host: '127.0.0.1', port: served.port, path, headers: { host } }, async (response) => {
      let body = '';
      for await (const part of response) body += part;
      resolve({ status: response.statusCode ?? 0, body });
    }).on('error', reject);
  });

const lines = async () => (await asked('/metrics')).body.split('\n');
const valueOf = async (name: string) =>
  Number((await lines()).find((line) => line.startsWith(`${name} `))?.split(' ')[1]);

test('a process tells of itself: version, memory, delay of its loop, connections, streams', async () => {
  const { status, body } = await asked('/metrics');
  expect(status).toBe(200);
  expect(body).toContain(`mamori_build_info{version="9.9.9",node="${process.version}"} 1`);
  for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds', 'mamori_database_waiting'])
    expect(body).toMatch(new RegExp(`^${name} \\S+$`, 'm'));
  expect(await valueOf('mamori_live_streams')).toBe(3);
  expect(await valueOf('mamori_database_up')).toBe(1);
});

test('requests are told by the route of the contract and the class of their status, whoever and whatever they were about', async () => {
  const { id, people } = await addTestFacility(server, { name: 'みなと総合病院' }, ['planner']);
  const path = `/api/v1/facilities/${id}/members`;
  await fetch(server.url + path, { headers: { Cookie: people.planner.cookie } });
  await fetch(`${server.url}/api/v1/facilities/${randomUUID()}/members`, {
    headers: { Cookie: people.planner.cookie },
  });
  await fetch(`${server.url}/api/v1/nothing/${id}`);
  await fetch(`${server.url}/page/of/${people.planner.id}`);
  const told = (await lines()).filter((line) => line.startsWith('mamori_http_request_duration_seconds_count'));
  expect(told).toEqual(
    expect.arrayContaining([
      expect.stringContaining('method="GET",route="/facilities/{facilityId}/members",status="2xx"} 1'),
      expect.stringContaining('method="GET",route="/facilities/{facilityId}/members",status="4xx"} 1'),
      expect.stringContaining('route="unknown",status="4xx"} 1'),
      expect.stringContaining('route="page"'),
    ]),
  );
  const body = (await lines()).join('\n');
  for (const secret of [id, people.planner.id, 'みなと']) expect(body).not.toContain(secret);
});

test('calls over a limit are counted by the kind of the limit', async () => {
  const statuses: number[] = [];
  for (let call = 0; call < 4; call += 1) statuses.push((await fetch(`${server.url}/api/v1/mail`)).status);
  expect(statuses).toContain(429);
  const counted = (await lines()).find((line) => line.startsWith('mamori_rate_limit_refusals_total{kind="stranger"}'));
  expect(Number(counted?.split(' ')[1])).toBe(statuses.filter((status) => status === 429).length);
});

test('work that waits is counted, and how long the oldest has waited', async () => {
  expect(await valueOf('mamori_jobs_waiting')).toBe(0);
  expect(await valueOf('mamori_seal_lag_seconds')).toBe(0);
  await asSystem(pool.db, async (tx) => {
    await enqueue(tx, 'activity.seal', {}, { runAt: new Date('2026-11-21T03:00:00Z') });
    await enqueue(tx, 'mail.purge', {}, { runAt: new Date('2026-11-22T03:00:00Z') });
    const event = { act: 'identity.sign-in-tried', subject: 'x', at: new Date('2026-11-21T03:59:30Z') };
    await tx
      .insertInto('system_event')
      .values({ id: randomUUID(), ...event })
      .execute();
    const letter = { recipient: Buffer.alloc(32), sealed: Buffer.alloc(1), give_up_at: new Date('2026-11-22') };
    const posted = { id: randomUUID(), kind: 'invitation', posted_at: new Date('2026-11-21T03:50:00Z') };
    await tx
      .insertInto('mail')
      .values({ ...posted, ...letter, facility_id: null, organisation_id: null, person_id: null, subject: null })
      .execute();
  });
  expect(await valueOf('mamori_jobs_waiting')).toBe(1);
  expect(await valueOf('mamori_seal_lag_seconds')).toBe(30);
  expect(await valueOf('mamori_mail_waiting')).toBe(1);
  expect(await valueOf('mamori_mail_oldest_seconds')).toBe(600);
});

test('a job that failed for the last time counts as failed for one more day, and never as waiting', async () => {
  const waiting = await valueOf('mamori_jobs_waiting');
  const failed = (triedAgainAt: string, locked = false) =>
    withClient(spare.owner, (client) =>
      client.query(
        `insert into graphile_worker._private_jobs (task_id, run_at, attempts, max_attempts, last_error, locked_at)
          select min(id), $1::timestamptz, 3, 3, 'x', case when $2::boolean then now() end from graphile_worker._private_tasks`,
        [triedAgainAt, locked],
      ),
    );
  expect(await valueOf('mamori_jobs_failed')).toBe(0);
  await failed('2026-11-20T03:59:00Z');
  expect(await valueOf('mamori_jobs_failed')).toBe(0);
  await failed('2026-11-20T04:01:00Z');
  expect(await valueOf('mamori_jobs_failed')).toBe(1);
  expect(await valueOf('mamori_jobs_waiting')).toBe(waiting);
  await failed('2026-11-20T03:59:00Z', true);
  expect(await valueOf('mamori_jobs_failed')).toBe(2);
  expect(await valueOf('mamori_jobs_waiting')).toBe(waiting + 1);
});

test('the age of the last backup is told once there is one, and that one is to be made from the beginning', async () => {
  expect(await valueOf('mamori_backup_scheduled')).toBe(1);
  expect((await lines()).some((line) => line.startsWith('mamori_backup_age_seconds '))).toBe(false);
  backupAt = new Date('2026-11-20T04:00:00Z');
  expect(await valueOf('mamori_backup_age_seconds')).toBe(86_400);
});

test('the numbers stand on a port of this machine alone, under no other name and beside nothing else', async () => {
  expect(await asked('/metrics', 'mamori.example.jp')).toMatchObject({ status: 403, body: '' });
  expect(await asked('/')).toMatchObject({ status: 404 });
  expect((await asked('/metrics', 'localhost:9464')).status).toBe(200);
  expect((await fetch(`${server.url}/metrics`)).headers.get('content-type')).not.toContain('version=0.0.4');
});

test('a database that hangs is not waited for longer than whoever asks waits, nor asked again meanwhile', async () => {
  let asked = 0;
  const lastAt = () => {
    asked += 1;
    return new Promise<undefined>(() => undefined);
  };
  const told = await openMetrics({
    ...pool,
    streams: () => 0,
    version: '9.9.9',
    backups: { scheduled: true, lastAt },
    now: () => new Date(),
    patienceMs: 100,
  });
  await withClient(spare.owner, async (client) => {
    await client.query('begin');
    await client.query('lock table mail in access exclusive mode');
    for (let time = 0; time < 3; time += 1) expect((await told.text()).body).toContain('mamori_database_up 0');
    const { rows } = await client.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_locks where relation = 'mail'::regclass and not granted`,
    );
    expect(rows).toEqual([{ waiting: 1 }]);
    await client.query('rollback');
  });
  expect(asked).toBe(1);
  await vi.waitFor(async () => expect((await told.text()).body).toContain('mamori_database_up 1'), patient);
});

test('where the database is away that is told, and the rest still is', async () => {
  await pool.close();
  const body = (await lines()).join('\n');
  expect(body).toContain('mamori_database_up 0');
  expect(body).not.toMatch(/^mamori_jobs_waiting \d/m);
  expect(body).toMatch(/^mamori_live_streams 3$/m);
  pool = openPool(spare.app, () => undefined);
});
