import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { migrate } from '../platform/database/migrate.ts';
import { emptyDatabase, type FreshDatabase } from '../platform/database/testing/fresh-database.ts';
import { freshName } from '../platform/database/testing/test-cluster.ts';
import { withClient } from '../platform/database/with-client.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const db = join(import.meta.dirname, '../../../db');
const facility = '11111111-1111-4111-8111-111111111111';
const run = '44444444-4444-4444-8444-444444444444';
const evidence = '99999999-9999-4999-8999-999999999999';
const quiet = () => undefined;
const names = (await readdir(join(db, 'migrations'))).sort();

/** One installation in so many is brought to this version; every migration runs over the rows of all before it in any case. */
const each = Number(process.env.MAMORI_UPGRADE_EACH ?? 1);
const isBrought = (name: string) => names.indexOf(name) % each === 0 || name === names.at(-1);

/** Kept by the migrations themselves; nothing of an installation. */
const ofMigrations = ['migration', 'migration_lock'];
/** Rows a migration takes away on purpose, by table: what it was and why. */
const takenAway: Readonly<Record<string, string>> = {};

let folder: string;
/** Migrated so far, with the rows an installation of that version holds. */
let grown: FreshDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mamori-upgrade-'));
  grown = await emptyDatabase();
});
afterAll(async () => {
  await grown.drop();
  await rm(folder, { recursive: true });
});

const asSuperuser = <T>({ owner }: Pick<FreshDatabase, 'owner'>, work: (client: pg.Client) => Promise<T>) =>
  withClient({ ...inject('testCluster').administrator, database: owner.database ?? '' }, work);

type Rows = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

async function everyRow(of: FreshDatabase): Promise<Rows> {
  return asSuperuser(of, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select table_name::text as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    );
    const rows = new Map<string, Record<string, unknown>[]>();
    for (const { name } of tables.rows.filter((table) => !ofMigrations.includes(table.name))) {
      const found = await client.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from public.${pg.escapeIdentifier(name)} t`,
      );
      rows.set(
        name,
        found.rows.map(({ row }) => row),
      );
    }
    return rows;
  });
}

/** A copy of what has grown so far. */
async function copied(): Promise<FreshDatabase> {
  const { administrator } = inject('testCluster');
  const database = freshName('test');
  const { owner, app } = grown;
  const run = (statement: string) => withClient(administrator, (client) => client.query(statement));
  await run(`create database ${database} template ${owner.database} owner ${pg.escapeIdentifier(owner.user ?? '')}`);
  return {
    owner: { ...owner, database },
    app: { ...app, database },
    drop: async () => void (await run(`drop database if exists ${database} with (force)`)),
  };
}

/** What a row says; a column that said nothing may be filled in. */
const saidIn = (row: object) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** Rows of before that are not there any more as they were; what was added to them does not count. */
function lost(before: Rows, after: Rows): readonly string[] {
  return [...before].flatMap(([table, rows]) => {
    const kept = after.get(table) ?? [];
    const gone = rows.filter(
      (row) => !kept.some((other) => expect.objectContaining(saidIn(row)).asymmetricMatch(other)),
    );
    return table in takenAway ? [] : gone.map((row) => `${table}: ${JSON.stringify(row)}`);
  });
}

async function expectWorking(upgraded: FreshDatabase): Promise<void> {
  const beside = { database: upgraded, clock: { now: new Date('2026-11-21T03:00:00Z') } };
  const server = await startTestServer({}, beside as TestServer);
  const ask = async (path: string, cookie = 'mamori=upgrade') =>
    fetch(`${server.url}/api/v1${path}`, { headers: { cookie } });
  try {
    const signedIn = await fetch(`${server.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'hanako@example.jp', password: 'ながいながいパスワード' }),
    });
    expect(signedIn.status, await signedIn.text()).toBe(200);
    const read = await ask(`/facilities/${facility}/runs/${run}`);
    const answer = { itemId: 'S1', value: '2', note: '毎月点検している', revision: 1 };
    expect(await read.json()).toMatchObject({ status: 'submitted', fiscalYear: 2026, answers: [answer] });
    const stages = await everyRow(upgraded);
    expect(stages.get('run_stage_summary')).toEqual([
      expect.objectContaining({ stage: 'submitted', fiscal_year: 2026 }),
    ]);
    const content = await ask(`/facilities/${facility}/evidence/${evidence}/content`);
    expect(await content.text()).toBe('%PDF-1.7\n');
    expect(server.errors).toEqual([]);
  } finally {
    await server.stop();
  }
}

test('every migration comes with the rows an installation of its version holds', async () => {
  expect((await readdir(join(db, 'upgrade'))).sort()).toEqual(names);
});

test.each(names)(
  'an installation at %s is brought to this version with all it holds, and works',
  async (name) => {
    await copyFile(join(db, 'migrations', name), join(folder, name));
    await migrate({ owner: grown.owner, say: quiet, folder });
    const fixture = await readFile(join(db, 'upgrade', name), 'utf8');
    await asSuperuser(grown, (client) => client.query(fixture));
    const before = await everyRow(grown);
    const empty = [...before].filter(([, rows]) => rows.length === 0).map(([table]) => table);
    expect(empty, 'tables without a row in db/upgrade').toEqual([]);
    if (!isBrought(name)) return;
    const upgraded = await copied();
    try {
      await migrate({ owner: upgraded.owner, say: quiet });
      expect(lost(before, await everyRow(upgraded))).toEqual([]);
      if (before.has('evidence')) await expectWorking(upgraded);
    } finally {
      await upgraded.drop();
    }
  },
  60_000,
);
