import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweptKinds } from '#core/app/retention.ts';
import { keptDays } from '#core/kernel/kept-days.ts';
import { sealActivity } from '../platform/activity/seal-activity.ts';
import { verifyActivity } from '../platform/activity/verify-activity.ts';
import { withClient } from '../platform/database/with-client.ts';
import { sweep } from './sweep.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { addMember, addSignedIn, addTestFacility, makeWorld, type World } from './testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const dayMs = 24 * 60 * 60 * 1000;
const later = (days: number) => new Date(server.clock.now.getTime() + days * dayMs);

/** Works on the tables as they are, below the row policies. */
const below = <T>(tables: readonly string[], work: (client: pg.Client) => Promise<T>): Promise<T> =>
  withClient(server.database.owner, async (client) => {
    for (const table of tables) await client.query(`alter table ${table} no force row level security`);
    try {
      return await work(client);
    } finally {
      for (const table of tables) await client.query(`alter table ${table} force row level security`);
    }
  });

type Swept = { readonly table: string; readonly insert: (id: string, at: Date) => readonly [string, unknown[]] };
const bytes = (id: string) => Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), Buffer.alloc(16)]);
const place = () => world.here.id;
const person = () => world.here.people.planner.id;

/** Of each kind that is swept: how a row comes there whose time begins at `at`. */
const rows: Readonly<Record<(typeof sweptKinds)[number], Swept>> = {
  session: {
    table: 'session',
    insert: (id, at) => [
      'insert into session (token_hash, person_id, expires_at) values ($1, $2, $3)',
      [bytes(id), person(), at],
    ],
  },
  invitation: {
    table: 'invitation',
    insert: (id, at) => [
      `insert into invitation (facility_id, id, token_hash, name, roles, invited_by, expires_at)
        values ($1, $2, $3, '招かれた人', '{staff}', $4, $5)`,
      [place(), id, bytes(id), person(), at],
    ],
  },
  'organisation-invitation': {
    table: 'organisation_invitation',
    insert: (id, at) => [
      `insert into organisation_invitation (organisation_id, id, token_hash, name, roles, invited_by, expires_at)
        values ($1, $2, $3, '招かれた人', '{supporter}', $4, $5)`,
      [world.network.id, id, bytes(id), person(), at],
    ],
  },
  'access-token': {
    table: 'access_token',
    insert: (id, at) => [
      `insert into access_token (facility_id, id, token_hash, person_id, name, scopes, expires_at)
        values ($1, $2, $3, $4, '連携', '{sheet.read}', $5)`,
      [place(), id, bytes(id), person(), at],
    ],
  },
  'reset-link': {
    table: 'reset_link',
    insert: (id, at) => [
      'insert into reset_link (token_hash, person_id, expires_at) values ($1, $2, $3)',
      [bytes(id), person(), at],
    ],
  },
  'setup-link': {
    table: 'setup_link',
    insert: (id, at) => ['insert into setup_link (token_hash, expires_at) values ($1, $2)', [bytes(id), at]],
  },
  mail: {
    table: 'mail',
    insert: (id, at) => [
      `insert into mail (id, kind, recipient, state, posted_at, give_up_at, settled_at) values ($1, 'invitation', $2, 'sent', $3, $3, $3)`,
      [id, bytes(id), at],
    ],
  },
  'reset-request': {
    table: 'reset_request',
    insert: (id, at) => [
      'insert into reset_request (id, account, place, asked_at) values ($1, $2, $2, $3)',
      [id, bytes(id), at],
    ],
  },
  'passkey-challenge': {
    table: 'passkey_challenge',
    insert: (id, at) => [
      `insert into passkey_challenge (challenge, purpose, address_hash, expires_at) values ($1, 'sign-in', $1, $2)`,
      [bytes(id), at],
    ],
  },
  'sso-attempt': {
    table: 'sso_attempt',
    insert: (id, at) => [
      `with c as (insert into sso_connection (id, organisation_id, name, issuer, client_id, client_secret, domains, groups_claim,
          trusts_second_factor, metadata, made_at, ended_at)
          values ($4, $3, 'x', 'x', 'x', 'x', '{x}', 'x', false, '{}', $2, $2) returning id)
        insert into sso_attempt (state_hash, browser_hash, connection_id, purpose, nonce, verifier, begun_at, expires_at)
        select $1, $1, id, 'sign-in', 'x', 'x', $2, $2 from c`,
      [bytes(id), at, world.network.id, randomUUID()],
    ],
  },
  'rate-count': {
    table: 'rate_count',
    insert: (id, at) => ['insert into rate_count (key, paid_until) values ($1, $2)', [id, at]],
  },
  'register-import': {
    table: 'register_import',
    insert: (id, at) => [`insert into register_import (id, state, finished_at) values ($1, 'applied', $2)`, [id, at]],
  },
  'removed-evidence': {
    table: 'evidence',
    insert: (id, at) => [
      `with f as (insert into file (facility_id, id, media_type, size, sha256) values ($1, $2, 'x', 1, 'x') returning id)
        insert into evidence (facility_id, id, item_id, file_id, name, added_by, removed_at) select $1, $2, 'S1', id, 'x', $3, $4 from f`,
      [place(), id, person(), at],
    ],
  },
  'webhook-delivery': {
    table: 'webhook_delivery',
    insert: (id, at) => [
      `with w as (insert into webhook (facility_id, id, title, address, acts, secret, made_at)
          values ($1, $2, 'x', 'https://example.jp/', '{task.added}', 'x', $3) returning id)
        insert into webhook_delivery (facility_id, id, webhook_id, act_id, act, occurred_at, state)
        select $1, $2, id, $2, 'task.added', $3, 'delivered' from w`,
      [place(), id, at],
    ],
  },
  'exhausted-job': {
    table: 'graphile_worker._private_jobs',
    insert: (id, at) => [
      `with t as (insert into graphile_worker._private_tasks (identifier) values ($1) returning id)
        insert into graphile_worker._private_jobs (task_id, run_at, attempts, max_attempts, last_error) select id, $2::timestamptz, 3, 3, 'x' from t`,
      [id, at],
    ],
  },
};
const ofQueue = (table: string) => table.startsWith('graphile_worker.');
const tables = [
  ...new Set([...Object.values(rows).map(({ table }) => table), 'file', 'sso_connection', 'webhook']),
].filter((table) => !ofQueue(table));

test.each(sweptKinds)(
  '%s: what has been kept as long as its rule says goes, what has a day to go stays',
  async (kind) => {
    const { table, insert } = rows[kind];
    const days = keptDays[kind];
    const count = () =>
      below(tables, async (client) => Number((await client.query(`select count(*) from ${table}`)).rows[0]?.count));
    const before = await count();
    await below(tables, async (client) => {
      for (const at of [later(0), later(1), later(1)])
        await client.query(...(insert(randomUUID(), at) as [string, unknown[]]));
    });
    await sweep(server.db, new Date(later(days).getTime() + 1));
    expect(await count()).toBe(before + 2);
    await sweep(server.db, new Date(later(days + 1).getTime() + 1));
    expect(await count()).toBe(before);
  },
);

test('a job that is tried again, or under way for the last time, is no job that was given up', async () => {
  const { insert } = rows['exhausted-job'];
  const [waiting, running] = [randomUUID(), randomUUID()];
  const left = await below([], async (client) => {
    for (const id of [waiting, running]) await client.query(...(insert(id, later(0)) as [string, unknown[]]));
    const of = 'task_id = (select id from graphile_worker._private_tasks where identifier = $1)';
    await client.query(`update graphile_worker._private_jobs set attempts = 2 where ${of}`, [waiting]);
    await client.query(`update graphile_worker._private_jobs set locked_at = now() where ${of}`, [running]);
    await sweep(server.db, later(30));
    return client.query('select from graphile_worker.jobs where task_identifier = any ($1)', [[waiting, running]]);
  });
  expect(left.rowCount).toBe(2);
});

test('the file of evidence that is gone goes with it, one that other evidence still needs stays', async () => {
  const files = () =>
    below(tables, async (client) => Number((await client.query('select count(*) from file')).rows[0]?.count));
  expect(await files()).toBe(0);
  const [id, other] = [randomUUID(), randomUUID()];
  await below(tables, async (client) => {
    await client.query(...(rows['removed-evidence'].insert(id, later(0)) as [string, unknown[]]));
    await client.query(
      `insert into evidence (facility_id, id, item_id, file_id, name, added_by) values ($1, $2, 'S2', $3, 'x', $4)`,
      [place(), other, id, person()],
    );
  });
  await sweep(server.db, later(31));
  expect(await files()).toBe(1);
});

test('an account that belongs nowhere and was not used for two years is erased, every other stays', async () => {
  const { id } = await addTestFacility(server, { name: '小さな診療所' }, []);
  const [unused, member, recent] = [
    await addSignedIn(server, '使わない人'),
    await addSignedIn(server, '職員'),
    await addSignedIn(server, '最近の人'),
  ];
  await addMember(server, id, member.id, ['staff']);
  await below(['person', 'session'], async (client) => {
    await client.query('update person set created_at = $1', [later(-800)]);
    await client.query('update session set seen_at = $1', [later(-731)]);
    await client.query('update session set seen_at = $1 where person_id = $2', [later(-729), recent.id]);
  });
  await sweep(server.db, server.clock.now);
  const named = await below(['person'], (client) =>
    client.query<{ name: string }>('select name from person where id = any ($1) order by name', [
      [unused.id, member.id, recent.id],
    ]),
  );
  expect(named.rows.map(({ name }) => name).toSorted()).toEqual(['削除された人', '最近の人', '職員'].toSorted());
});

test('no rule touches what the logs were sealed with', async () => {
  await sealActivity(server.db, server.clock.now);
  await sweep(server.db, later(10_000));
  expect((await verifyActivity(server.database.owner)).findings).toEqual([]);
});
