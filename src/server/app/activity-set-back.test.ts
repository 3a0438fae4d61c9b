import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sealActivity } from '../platform/activity/seal-activity.ts';
import { verifyActivity } from '../platform/activity/verify-activity.ts';
import { activityCommand } from './activity-command.ts';
import { request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { addTestFacility, type TestFacility } from './testing/world.ts';

let server: TestServer;
let owner: pg.Client;
let here: TestFacility;
const right = new Date('2026-11-21T03:00:00Z');
/** Later than any real clock that runs this. */
const ahead = new Date('2086-11-21T03:00:00Z');

const tables = ['activity', 'activity_entry', 'activity_seal', 'system_event', 'system_event_entry'];
beforeEach(async () => {
  server = await startTestServer();
  owner = new pg.Client(server.database.owner);
  await owner.connect();
  for (const table of tables) await owner.query(`alter table ${table} no force row level security`);
  here = await addTestFacility(server, { name: 'みなと総合病院' });
});
afterEach(async () => {
  await owner.end();
  await server.stop();
});

const act = () =>
  request(server, here.people['facility-administrator'], {
    method: 'POST',
    path: `/facilities/${here.id}/invitations`,
    body: { name: '招かれた人', roles: ['operator'] },
  });

/** Acts and seals from a time on until a seal says that the log is complete; other databases of the cluster are written to meanwhile, for as long as they like: many tries are still no minute. */
async function actAndSeal(from: Date): Promise<void> {
  server.clock.now = from;
  for (let complete = false; !complete; ) {
    await act();
    server.clock.now = new Date(server.clock.now.getTime() + 10);
    await sealActivity(server.db, server.clock.now);
    const { rows } = await owner.query('select complete_until from activity_seal order by number desc limit 1');
    complete = rows[0]?.complete_until?.getTime() === server.clock.now.getTime();
  }
}

const verified = () => verifyActivity(server.database.owner);
const addRow = `insert into activity (facility_id, id, at, person_id, act) values ($2, $1, $3, $2, 'sheet.begun')`;
const addTry = `insert into system_event (id, subject, at, act) values ($1, $2, $3, 'identity.sign-in-tried')`;
async function putIn(at: Date, statement = addRow): Promise<string> {
  const id = randomUUID();
  await owner.query(statement, [id, here.id, at]);
  return id;
}
const before = (at: Date, seconds: number) => new Date(at.getTime() - seconds * 1000);

test('a clock that was ahead and is set back makes no row one that was put in, and the seal that shows it is told', async () => {
  await actAndSeal(right);
  await actAndSeal(ahead);
  await putIn(before(right, 60));
  await actAndSeal(ahead);
  expect((await verified()).setBack).toEqual([]);

  server.clock.now = new Date(right.getTime() + 60_000);
  await act();
  expect((await verified()).findings).toEqual([]);
  await actAndSeal(server.clock.now);
  await actAndSeal(new Date(right.getTime() + 3_600_000));
  const { findings, setBack, head } = await verified();
  expect(findings).toEqual([]);
  expect(setBack).toMatchObject([
    { from: expect.stringMatching(/^2086-11-21T03:/), to: expect.stringMatching(/^2026-11-21T03:/) },
  ]);

  let said = '';
  const stream = {
    write: (text: string) => {
      said += text;
    },
  };
  const open = async () => ({ owner: server.database.owner, close: async () => undefined });
  expect(await activityCommand(['verify'], { stdout: stream, stderr: stream }, open)).toBe(0);
  expect(said).toContain(`先頭のハッシュ: ${head?.hash}`);
  expect(said).toContain(`戻っているところが 1か所あります（初めは${setBack[0]?.number}番`);
});

test('what is put in with a date of the past is found after the clock was set back as before', async () => {
  await actAndSeal(ahead);
  await actAndSeal(right);
  await actAndSeal(new Date(right.getTime() + 3_600_000));
  const id = await putIn(before(right, 24 * 3600));
  expect((await verified()).findings).toMatchObject([{ kind: 'inserted', id }]);
  await actAndSeal(new Date(right.getTime() + 7_200_000));
  expect((await verified()).findings).toMatchObject([{ kind: 'inserted', id }]);
});

test('tries to sign in that went after their 30 days by a clock that was ahead are not missed once it is right', async () => {
  const [tried, begun] = [await putIn(new Date(), addTry), await putIn(before(right, 1))];
  await actAndSeal(right);
  await owner.query('delete from system_event where id = $1', [tried]);
  expect((await verified()).findings).toMatchObject([{ kind: 'removed', id: tried }]);
  await actAndSeal(ahead);
  await actAndSeal(right);
  expect((await verified()).findings).toEqual([]);
  await owner.query('delete from activity where id = $1', [begun]);
  expect((await verified()).findings).toMatchObject([{ kind: 'removed', id: begun }]);
});

test('no seal says that the log is complete up to a time later than its own', async () => {
  await actAndSeal(ahead);
  const busy = new pg.Client(server.database.owner);
  await busy.connect();
  server.clock.now = right;
  await act();
  await busy.query('begin; select pg_current_xact_id()');
  await act();
  await expect.poll(() => sealActivity(server.db, right), { timeout: 20_000 }).toBeGreaterThan(0);
  await busy.end();
  const { rows } = await owner.query('select count(*)::int as n from activity_seal where complete_until > sealed_at');
  expect(rows).toEqual([{ n: 0 }]);
});
