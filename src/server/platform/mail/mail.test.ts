import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { openPostOffice, type PostOffice, testOrigin } from '../../app/testing/post-office.ts';
import { request } from '../../app/testing/request.ts';
import { tokenOf } from '../../app/testing/token-of.ts';
import { browserOf, Stage } from '../../identity/testing/stage.ts';
import { asSystem } from '../database/transaction.ts';
import { withClient } from '../database/with-client.ts';
import { patient } from '../testing/patient.ts';
import { type MailServer, startMailServer } from './testing/mail-server.ts';

let stage: Stage;
let mails: MailServer;
const offices: PostOffice[] = [];
beforeAll(async () => {
  stage = await Stage.open();
  mails = await startMailServer();
});
afterEach(async () => {
  for (const office of offices.splice(0)) await office.stop();
});
afterAll(async () => {
  await mails.stop();
  await stage.server.stop();
});

function open(url: string | undefined = mails.url): PostOffice {
  const office = openPostOffice(stage.server, url);
  offices.push(office);
  return office;
}

const path = (facility = stage.world.here) => `/facilities/${facility.id}/invitations`;
const inviting = (email: string, facility = stage.world.here) =>
  stage.post(facility.people['facility-administrator'], path(facility), { name: '新しい人', roles: ['staff'], email });

async function listed(name: string, facility = stage.world.here) {
  const by = facility.people['facility-administrator'];
  const { body } = await request(stage.server, by, { method: 'GET', path: path(facility) });
  return (body as { id: string; name: string; mail: string | null }[]).find((one) => one.name === name);
}

/** Every text and every byte of every table, the queue's too; read as one whom row security does not bind. */
const wholeDatabase = () =>
  withClient(
    { ...inject('testCluster').administrator, database: stage.server.database.owner.database },
    async (client) => {
      const tables = await client.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`,
      );
      const parts: string[] = [];
      for (const { name } of tables.rows) {
        const { rows } = await client.query<{ text: string }>(`select t::text as text from ${name} t`);
        parts.push(...rows.map(({ text }) => text));
      }
      return parts.join('\n');
    },
  );

const asOwner = (statement: string) => withClient(stage.server.database.owner, (client) => client.query(statement));
/** Has a job that waits for its next try run now: the queue is told, which looks by itself every five seconds only. */
const hurry = () =>
  asOwner(`update graphile_worker._private_jobs set run_at = now() where locked_at is null;
    select pg_notify('jobs:insert', '{"count":9}')`);

test('an invitation arrives by mail, its link opens it, and neither is found in the database', async () => {
  const email = 'yamada.taro@example.jp';
  const issued = await inviting(email);
  expect(issued.status).toBe(200);
  const token = tokenOf((issued.body as { path: string }).path);
  expect(await listed('新しい人')).toMatchObject({ mail: 'sending' });
  const before = await wholeDatabase();
  expect(before).toContain('新しい人');
  for (const secret of [token, email, Buffer.from(token).toString('hex'), Buffer.from(email).toString('hex')]) {
    expect(before).not.toContain(secret);
  }
  open();
  const mail = await mails.next(email);
  expect(mail.text).toContain(`${testOrigin}/invitation#${token}`);
  expect(mail.subject).toBe('みなと総合病院から、まもりへの招待です');
  await vi.waitUntil(async () => (await listed('新しい人'))?.mail === 'sent', patient);
  const joined = await stage.accept(tokenOf(mail.text?.match(/https:\S+invitation#\S+/)?.[0] ?? ''), email);
  expect(joined).toMatchObject({ status: 200, body: { facilities: [{ id: stage.world.here.id, roles: ['staff'] }] } });
  const [row] = await asSystem(stage.server.db, (tx) => tx.selectFrom('mail').selectAll().execute());
  expect(row).toMatchObject({ state: 'sent', sealed: null, tries: 1, kind: 'invitation' });
  expect(await stage.isOpen(browserOf(joined))).toBe(true);
});

test('a letter waits while the server is down, is tried again, and nothing secret stands in the log', async () => {
  const { port, url } = mails;
  await mails.stop();
  const office = open(url);
  const issued = await inviting('later@example.jp', stage.world.elsewhere);
  const token = tokenOf((issued.body as { path: string }).path);
  await vi.waitUntil(() => office.logged.some((line) => line.includes('job failed')), patient);
  mails = await startMailServer({ port });
  await hurry();
  await mails.next('later@example.jp');
  await vi.waitUntil(async () => (await listed('新しい人', stage.world.elsewhere))?.mail === 'sent', patient);
  const log = office.logged.join('');
  expect(log).toContain('メールサーバにつながりません');
  for (const secret of [token, 'later@example.jp', 'p@ss:word', encodeURIComponent('p@ss:word/?')]) {
    expect(log).not.toContain(secret);
  }
});

test('a recipient the server refuses for good is given up, and the administrator sees it', async () => {
  await mails.stop();
  mails = await startMailServer({ refuse: () => Object.assign(new Error('unknown'), { responseCode: 550 }) });
  const office = open();
  const name = '宛先 違子';
  const by = stage.world.here.people['facility-administrator'];
  await stage.post(by, path(), { name, roles: ['staff'], email: 'wrong@example.jp' });
  await vi.waitUntil(async () => (await listed(name))?.mail === 'failed', patient);
  expect(office.logged.join('')).toContain('宛先のアドレスを受け付けませんでした');
  await mails.stop();
  mails = await startMailServer();
});

test('a withdrawn invitation is not sent any more', async () => {
  const name = '取り消される人';
  const by = stage.world.here.people['facility-administrator'];
  await stage.post(by, path(), { name, roles: ['staff'], email: 'withdrawn@example.jp' });
  const { id } = (await listed(name)) ?? {};
  await request(stage.server, by, { method: 'DELETE', path: `${path()}/${id}` });
  await inviting('after@example.jp');
  open();
  await mails.next('after@example.jp');
  expect(mails.received.map(({ recipient }) => recipient)).not.toContain('withdrawn@example.jp');
  const states = await asSystem(stage.server.db, (tx) =>
    tx
      .selectFrom('mail')
      .select(['state', 'sealed'])
      .where('subject', '=', id ?? '')
      .execute(),
  );
  expect(states).toEqual([{ state: 'withdrawn', sealed: null }]);
});

test('where no mail is set up any more, what waits is given up', async () => {
  const name = '届かない人';
  const by = stage.world.here.people['facility-administrator'];
  await stage.post(by, path(), { name, roles: ['staff'], email: 'never@example.jp' });
  const office = openPostOffice(stage.server, undefined);
  offices.push(office);
  await vi.waitUntil(async () => (await listed(name))?.mail === 'failed', patient);
});
