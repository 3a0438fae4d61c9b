import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from '../../app/testing/request.ts';
import type { TestPerson } from '../../app/testing/world.ts';
import { sealActivity } from '../../platform/activity/seal-activity.ts';
import { verifyActivity } from '../../platform/activity/verify-activity.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { type Enrolled, Stage } from '../testing/stage.ts';
import { whereStands } from '../testing/where-stands.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.server.stop());

const at = (browser: TestPerson, method: string, path: string, body?: unknown) =>
  request(stage.server, browser, { method, path, body });

async function stepped(email: string, roles?: readonly string[]): Promise<Enrolled> {
  const person = await stage.enrolled(email, roles);
  stage.later(60);
  return { ...person, browser: await stage.steppedUp(person.browser, { code: stage.code(person.secret) }) };
}

const erase = ({ browser, email }: Enrolled, typed = email) =>
  at(browser, 'POST', '/account/erasure', { email: typed });

/** What the system may read, as the owner of the database. */
const asOwner = <R extends object>(statement: string, values: readonly unknown[] = []) =>
  withClient(stage.server.database.owner, async (client) => {
    await client.query(`select set_config('app.scope', 'own-record', false)`);
    return client.query<R>(statement, [...values]);
  });

type Row = { kind: string; place: { name: string } | null; detail: Record<string, unknown> };
const rowsOf = async ({ browser }: Enrolled) =>
  ((await at(browser, 'GET', '/account/record?format=json')).body as { rows: Row[] }).rows;

test('a person gets everything that is kept, and no secret', async () => {
  const person = await stepped('record@example.jp');
  const { here } = stage.world;
  const begun = await at(person.browser, 'POST', `/facilities/${here.id}/runs`, { sheetId: 'basic-13' });
  expect(begun.status).toBeLessThan(500);
  const rows = await rowsOf(person);
  const kinds = new Set(rows.map(({ kind }) => kind));
  expect([...kinds]).toEqual(
    expect.arrayContaining(['account', 'session', 'member', 'act', 'event', 'invitation-accepted']),
  );
  expect(rows.find(({ kind }) => kind === 'account')?.detail).toMatchObject({
    email: 'record@example.jp',
    name: '山田 花子',
  });
  expect(rows.find(({ kind }) => kind === 'member')?.place?.name).toBe(here.name);
  const { rows: secrets } = await asOwner<{ secret: string }>(
    `select password_hash as secret from person_secret where person_id = $1
      union all select encode(token_hash, 'hex') from session where person_id = $1`,
    [person.personId],
  );
  expect(secrets).toHaveLength(2);
  for (const { secret } of secrets) expect(JSON.stringify(rows)).not.toContain(secret);
  expect(rows.some(({ detail }) => detail.act === 'identity.record-taken')).toBe(true);
});

test('the record is handed out as a page too, after a step-up only, and holds nothing of others', async () => {
  const person = await stage.enrolled('page@example.jp');
  stage.later(11 * 60);
  expect(await at(person.browser, 'GET', '/account/record')).toMatchObject({ status: 403 });
  const browser = await stage.steppedUp(person.browser, { code: stage.code(person.secret) });
  const reply = await fetch(`${stage.server.url}/api/v1/account/record`, { headers: { Cookie: browser.cookie } });
  expect(reply.headers.get('content-disposition')).toContain('attachment');
  const page = await reply.text();
  expect(page).toContain('page@example.jp');
  expect(page).not.toContain('record@example.jp');
});

test('an erased account leaves neither name nor address nor way in, and the log holds', async () => {
  const person = await stepped('gone@example.jp');
  await sealActivity(stage.server.db, stage.server.clock.now);
  expect(await whereStands(stage.server, 'gone@example.jp')).not.toEqual([]);
  expect(await stage.post(undefined, '/reset-requests', { email: person.email })).toMatchObject({ status: 204 });
  const waiting = () =>
    asOwner<{ count: string }>('select count(*) from reset_request').then(({ rows }) => rows[0]?.count);
  expect(await waiting()).toBe('1');
  expect(await erase(person)).toMatchObject({ status: 204 });
  expect(await stage.isOpen(person.browser)).toBe(false);
  expect(await whereStands(stage.server, 'gone@example.jp')).toEqual([]);
  expect(await waiting()).toBe('0');
  stage.later(60);
  expect(await stage.signIn('gone@example.jp', { code: stage.code(person.secret) })).toMatchObject({ status: 401 });
  const gone = await asOwner(`select name, erased_at is not null as erased from person where id = $1`, [
    person.personId,
  ]);
  expect(gone.rows).toEqual([{ name: '削除された人', erased: true }]);
  await sealActivity(stage.server.db, stage.server.clock.now);
  expect((await verifyActivity(stage.server.database.owner)).findings).toEqual([]);
});

test('the facility still shows what was done, by somebody without a name', async () => {
  const person = await stepped('shown@example.jp');
  await erase(person);
  const { here } = stage.world;
  const listed = await at(here.people['facility-administrator'], 'GET', `/facilities/${here.id}/activity`);
  const { entries } = listed.body as { entries: { act: string; person: { id: string; name: string } | null }[] };
  const own = entries.filter((entry) => entry.person?.id === person.personId);
  expect(own.map(({ act }) => act)).toEqual(['identity.person-erased', 'identity.joined']);
  expect(new Set(own.map((entry) => entry.person?.name))).toEqual(new Set(['削除された人']));
  const members = await at(here.people['facility-administrator'], 'GET', `/facilities/${here.id}/members`);
  expect(JSON.stringify(members.body)).not.toContain(person.personId);
  const invitations = await at(here.people['facility-administrator'], 'GET', `/facilities/${here.id}/invitations`);
  expect((invitations.body as { name: string }[]).filter(({ name }) => name === '削除された人')).not.toEqual([]);
});

test('the same address can come in again, as somebody new', async () => {
  const person = await stepped('again@example.jp');
  await erase(person);
  const back = await stage.enrolled('again@example.jp');
  expect(back.personId).not.toBe(person.personId);
});

test('nothing is erased without the own address typed, nor without a step-up', async () => {
  const person = await stepped('typed@example.jp');
  expect(await erase(person, 'other@example.jp')).toMatchObject({
    status: 400,
    body: { code: 'identity/erasure-not-confirmed' },
  });
  stage.later(11 * 60);
  expect(await erase(person)).toMatchObject({ status: 403, body: { code: 'step-up-required' } });
  expect(await stage.isOpen(person.browser)).toBe(true);
});

test('the last administrator is told where somebody else must take over first, and of two who leave at once one stays', async () => {
  const { elsewhere } = stage.world;
  const last = elsewhere.people['facility-administrator'];
  const own = { browser: last, email: `${last.id}@example.jp`, personId: last.id, secret: '' };
  expect(await erase(own)).toMatchObject({
    status: 409,
    body: { code: 'identity/last-administrator-of', data: { places: [{ kind: 'facility', name: elsewhere.name }] } },
  });
  const token = await stage.invited(['facility-administrator'], elsewhere);
  const joined = await stage.accept(token, 'second@example.jp');
  const second = { cookie: joined.headers.get('set-cookie')?.split(';')[0] ?? '', id: '', name: '' };
  const { secret } = (await stage.post(second, '/second-factor')).body as { secret: string };
  const confirmed = await stage.confirm(second, secret);
  const browser = { ...second, cookie: confirmed.headers.get('set-cookie')?.split(';')[0] ?? '' };
  stage.later(60);
  const ready = await stage.steppedUp(browser, { code: stage.code(secret) });
  const replies = await Promise.all([
    erase(own),
    erase({ browser: ready, email: 'second@example.jp', personId: '', secret }),
  ]);
  expect(replies.map(({ status }) => status).toSorted()).toEqual([204, 409]);
});
