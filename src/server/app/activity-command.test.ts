import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sealActivity } from '../platform/activity/seal-activity.ts';
import { type ActivityFinding, verifyActivity } from '../platform/activity/verify-activity.ts';
import { patient } from '../platform/testing/patient.ts';
import { activityCommand } from './activity-command.ts';
import { request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { addTestFacility, type TestFacility } from './testing/world.ts';

let server: TestServer;
let owner: pg.Client;
let here: TestFacility;

async function command(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  const into = (stream: keyof typeof said) => ({
    write: (text: string) => {
      said[stream] += text;
    },
  });
  const code = await activityCommand(args, { stdout: into('stdout'), stderr: into('stderr') }, async () => ({
    owner: server.database.owner,
    close: async () => undefined,
  }));
  return { code, ...said };
}

const act = (facility = here) =>
  request(server, facility.people['facility-administrator'], {
    method: 'POST',
    path: `/facilities/${facility.id}/invitations`,
    body: { name: '招かれた人', roles: ['operator'] },
  });

/** Acts and seals until the log is said to be complete up to now: other databases of the cluster are written to meanwhile. */
async function actAndSeal(): Promise<void> {
  for (let complete = false; !complete; ) {
    await act();
    server.clock.now = new Date(server.clock.now.getTime() + 1000);
    await sealActivity(server.db, server.clock.now);
    const { rows } = await owner.query('select complete_until from activity_seal order by number desc limit 1');
    complete = rows[0]?.complete_until?.getTime() === server.clock.now.getTime();
  }
}

/** As whoever holds the database could. */
async function tamper(statement: string, values: unknown[] = []): Promise<void> {
  const { rowCount } = await owner.query(statement, values);
  expect(rowCount).toBeGreaterThan(0);
}

const findings = async (head?: string): Promise<readonly ActivityFinding[]> =>
  (await verifyActivity(server.database.owner, head)).findings;

type Row = { readonly id: string; readonly at: Date; readonly act: string };
async function sealedRow(): Promise<Row> {
  const { rows } = await owner.query<Row>('select id, at, act from activity where facility_id = $1 limit 1', [here.id]);
  if (!rows[0]) throw new Error('there is no row');
  return rows[0];
}

const titles: Readonly<Record<string, string>> = { 'identity.invited': '人を招いた', 'sheet.begun': '点検を始めた' };

/** The command ends with code 2 and tells of this row alone: what befell it, where, when, and the act in words. */
async function expectNamed(befell: string, row: Row | undefined): Promise<void> {
  const { code, stdout, stderr } = await command('verify');
  expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  const [first = '', second, end] = stdout.split('\n');
  const time = row?.at.toISOString().replace('Z', '');
  expect(first.replace(/(\.\d{3})\d{3}Z/, '$1')).toBe(
    `${befell}: 施設 ${here.id} 記録 ${row?.id} 時刻 ${time} 操作 ${row?.act}（${titles[row?.act ?? '']}）`,
  );
  expect(second).toMatch(/^操作の記録に、合わないところが 1件あります。先頭のハッシュ: [0-9a-f]{64}$/);
  expect(end).toBe('');
}

const guarded = ['activity', 'activity_entry', 'activity_seal', 'system_event', 'system_event_entry'];
const ofPeople = ['invitation', 'member', 'person', 'session', 'person_secret'];

beforeEach(async () => {
  server = await startTestServer();
  owner = new pg.Client(server.database.owner);
  await owner.connect();
  for (const table of [...guarded, ...ofPeople]) await owner.query(`alter table ${table} no force row level security`);
  here = await addTestFacility(server, { name: 'みなと総合病院' });
  for (let time = 0; time < 3; time += 1) await actAndSeal();
});
afterEach(async () => {
  await owner.end();
  await server.stop();
});

test('a log nobody touched is sound, and says how much was looked at and its head in one line', async () => {
  for (const table of guarded) await owner.query(`alter table ${table} force row level security`);
  await act();
  await vi.waitUntil(async () => (await sealActivity(server.db, server.clock.now)) > 0, patient);
  const { code, stdout } = await command('verify');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^操作の記録 [\d,]+件を確かめました。変わったところはありません。先頭のハッシュ: [0-9a-f]{64}\n$/,
  );
  await act();
  const told = JSON.parse((await command('verify', '--format', 'json')).stdout);
  expect(told).toMatchObject({ sound: true, waiting: 1, findings: [], head: { hash: stdout.slice(-65).trim() } });
});

test('a changed row is named', async () => {
  const { id, at, act: code } = await sealedRow();
  await tamper('update activity set person_id = $2 where id = $1', [id, randomUUID()]);
  expect(await findings()).toEqual([
    { kind: 'changed', facilityId: here.id, id, at: at.toISOString().replace('Z', '000Z'), act: code },
  ]);
  const told = await command('verify');
  expect(told.code).toBe(2);
  expect(told.stdout).toContain(`変えられた記録: 施設 ${here.id} 記録 ${id}`);
  expect(told.stdout).toContain('人を招いた');
});

test('a removed row is named with its time and act', async () => {
  const { id, at, act: code } = await sealedRow();
  await tamper('delete from activity where id = $1', [id]);
  expect(await findings()).toMatchObject([{ kind: 'removed', facilityId: here.id, id, act: code }]);
  await expectNamed('消された記録', { id, at, act: code });
});

test('a row put in under an old number is named', async () => {
  const id = randomUUID();
  await tamper(
    `insert into activity (facility_id, id, at, person_id, act, xid) values ($1, $2, now(), $1, 'sheet.begun', '3')`,
    [here.id, id],
  );
  expect(await findings()).toMatchObject([{ kind: 'inserted', id, act: 'sheet.begun' }]);
  const { rows } = await owner.query<Row>('select id, at, act from activity where id = $1', [id]);
  await expectNamed('あとから差し込まれた記録', rows[0]);
});

test('a row put in with a date of the past is named, also when it was sealed since', async () => {
  const id = randomUUID();
  const at = new Date(server.clock.now.getTime() - 24 * 3600_000);
  await tamper(`insert into activity (facility_id, id, at, person_id, act) values ($1, $2, $3, $1, 'sheet.begun')`, [
    here.id,
    id,
    at,
  ]);
  expect(await findings()).toMatchObject([{ kind: 'inserted', id }]);
  await actAndSeal();
  expect(await findings()).toMatchObject([{ kind: 'inserted', id }]);
  await expectNamed('あとから差し込まれた記録', { id, at, act: 'sheet.begun' });
});

test('a row changed together with its entry breaks its seal', async () => {
  const { id } = await sealedRow();
  await tamper('update activity set subject = $2 where id = $1', [id, 'another']);
  const form = `jsonb_build_array('activity', facility_id, id, seal_time(at), person_id, act, subject, detail)`;
  await tamper(
    `update activity_entry set hash = (select seal_hash(${form}) from activity where id = $1) where activity_id = $1`,
    [id],
  );
  expect(await findings()).toMatchObject([{ kind: 'broken-seal', reason: 'content' }]);
  expect((await command('verify')).stdout).toContain('壊れた封: ');
});

test('a seal written anew no longer fits the next one, and one taken out leaves its entries', async () => {
  await tamper(`update activity_seal set hash = sha256('forged') where number = 2`);
  expect(await findings()).toMatchObject([
    { kind: 'broken-seal', number: 2, reason: 'content' },
    { kind: 'broken-seal', number: 3, reason: 'link' },
  ]);
  await owner.query('alter table activity_entry drop constraint activity_entry_seal_fkey');
  await tamper('delete from activity_seal where number = 2');
  expect(await findings()).toMatchObject([
    { kind: 'broken-seal', number: 2, reason: 'missing' },
    { kind: 'broken-seal', number: 3, reason: 'link' },
  ]);
});

test('a chain cut off at its end is found by a head that was written down before', async () => {
  const { hash } = JSON.parse((await command('verify', '--format', 'json')).stdout).head;
  await actAndSeal();
  expect(await command('verify', '--head', hash)).toMatchObject({ code: 0 });
  const { rows } = await owner.query(`select number from activity_seal where hash = decode($1, 'hex')`, [hash]);
  const { number } = rows[0];
  await tamper('delete from activity where id in (select activity_id from activity_entry where seal >= $1)', [number]);
  await tamper('delete from activity_entry where seal >= $1', [number]);
  await owner.query('delete from system_event_entry where seal >= $1', [number]);
  await tamper('delete from activity_seal where number >= $1', [number]);
  expect(await findings()).toEqual([]);
  expect(await findings(hash)).toEqual([{ kind: 'unknown-head', hash }]);
  expect((await command('verify', '--head', hash)).code).toBe(2);
});

test('acts above the facilities are sealed too; tries to sign in may be swept after their 30 days, and nothing else', async () => {
  const id = randomUUID();
  const old = new Date(Date.now() - 31 * 24 * 3600_000);
  await tamper(
    `insert into system_event (id, act, at) values ($1, 'identity.sign-in-tried', $3), ($2, 'register.facility-opened', $3)`,
    [randomUUID(), id, old],
  );
  await actAndSeal();
  expect(await findings()).toMatchObject([{ kind: 'inserted' }, { kind: 'inserted' }]);
  await tamper('delete from system_event where at = $1', [old]);
  expect(await findings()).toMatchObject([{ kind: 'removed', facilityId: null, id }]);
});

const addEvent = `insert into system_event (id, act, at, subject, actor, detail) values ($1, 'organisation.roles-changed', $2, 'o', $3, $4)`;

test.each([
  ['actor', `actor = gen_random_uuid()`],
  ['actor', `actor = null`],
  ['detail', `detail = '{"person": "another"}'`],
  ['detail', `detail = null`],
  ['actor and detail', `actor = null, detail = null`],
])('the %s of an act above the facilities is sealed: %s is named', async (_, change) => {
  const id = randomUUID();
  await owner.query(addEvent, [id, server.clock.now, randomUUID(), '{"person": "somebody"}']);
  await actAndSeal();
  expect(await findings()).toEqual([]);
  await tamper(`update system_event set ${change} where id = $1`, [id]);
  expect(await findings()).toMatchObject([{ kind: 'changed', facilityId: null, id }]);
});

test('an event of before, sealed without actor and detail, holds; neither can be put in later', async () => {
  const id = randomUUID();
  await owner.query(addEvent, [id, server.clock.now, null, null]);
  await actAndSeal();
  const former = `jsonb_build_array('system', a.id, seal_time(a.at), a.act, a.subject)`;
  const { rows } = await owner.query(
    `select e.hash = seal_hash(${former}) as same from system_event a join system_event_entry e on e.event_id = a.id where a.id = $1`,
    [id],
  );
  expect(rows).toEqual([{ same: true }]);
  expect(await findings()).toEqual([]);
  await tamper('update system_event set actor = gen_random_uuid() where id = $1', [id]);
  expect(await findings()).toMatchObject([{ kind: 'changed', id }]);
});

test('a transaction that commits late is sealed later and never passed over', async () => {
  const late = new pg.Client(server.database.owner);
  await late.connect();
  const id = randomUUID();
  await late.query('begin');
  await late.query(`select set_config('app.facility_id', $1, true)`, [here.id]);
  await late.query(
    `insert into activity (facility_id, id, at, person_id, act) values ($1, $2, $3, $1, 'sheet.begun')`,
    [here.id, id, server.clock.now],
  );
  await act();
  await sealActivity(server.db, server.clock.now);
  await late.query('commit');
  await late.end();
  await act();
  await actAndSeal();
  expect(await findings()).toEqual([]);
  const { rows } = await owner.query(
    `select count(*)::int as n from activity a where not exists (select from activity_entry e where e.activity_id = a.id)`,
  );
  expect(rows).toEqual([{ n: 0 }]);
});

test('sealers at the same time never fork the chain and seal every row once', async () => {
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([act(), act(), ...Array.from({ length: 6 }, () => sealActivity(server.db, server.clock.now))]);
  }
  await actAndSeal();
  expect(await findings()).toEqual([]);
  const { rows } = await owner.query(
    'select count(*)::int as seals, max(number)::int as last, count(distinct previous)::int as links from activity_seal',
  );
  expect(rows[0]).toEqual({ seals: rows[0].last, last: rows[0].last, links: rows[0].last });
});

test('a person can be deleted and the chain stays', async () => {
  const person = here.people['facility-administrator'];
  await owner.query('delete from invitation where invited_by = $1', [person.id]);
  await owner.query('delete from member where person_id = $1', [person.id]);
  await owner.query('delete from person where id = $1', [person.id]);
  expect(await command('verify')).toMatchObject({ code: 0 });
  const { body } = await request(server, here.people.auditor, {
    method: 'GET',
    path: `/facilities/${here.id}/activity`,
  });
  expect(body).toMatchObject({ entries: expect.arrayContaining([expect.objectContaining({ person: null })]) });
});

test.each([
  [['look'], '「look」という操作はありません。'],
  [['verify', '--format', 'xml'], '--format は json か text です。'],
  [['verify', '--head', 'abc'], '16進で64文字'],
])('%j is refused with what is wrong', async (args, words) => {
  const { code, stdout, stderr } = await command(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(words);
});
