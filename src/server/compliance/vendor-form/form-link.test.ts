import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkCalls, linkWrites } from '#core/compliance/vendor-form/form-link.ts';
import type { VendorRegister } from '#core/compliance/vendor-form/vendor-system.ts';
import { request } from '../../app/testing/request.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { addedSystem, answerByLink } from '../../app/testing/vendor-form-fixtures.ts';
import { makeWorld, type TestPerson, type World } from '../../app/testing/world.ts';
import { hashToken } from '../../identity/index.ts';
import { pastPolicies, whereStands } from '../../identity/testing/where-stands.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { openLog } from '../../platform/log.ts';

const lines: string[] = [];
let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer({ log: openLog('trace', { write: (line) => void lines.push(line) }) });
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const call = (by: TestPerson, method: string, path: string, body?: object) =>
  request(server, by, { method, path: `/facilities/${world.here.id}${path}`, ...(body && { body }) });
const byLink = (path: string, body: object) => request(server, undefined, { method: 'POST', path, body });
const open = (token: string) => byLink('/vendor-form', { token });
const no = { value: 'no', note: '', confirmedOn: '2026-11-20', targetOn: '2027-01-31' };
const answer = (token: string, itemId: string, revision: number, changes: object = {}) =>
  byLink('/vendor-form/answer', { token, itemId, revision, ...no, ...changes });

async function asked(system: string, by = world.here.people.planner) {
  const { id } = await addedSystem(server, world.here, { system, contact: '佐藤 花子' });
  const link = async () =>
    ((await call(by, 'POST', `/vendor-systems/${id}/link`, { byMail: false })).body as { path: string }).path;
  const token = (await link()).split('#')[1] ?? '';
  return { id, token, link };
}
const yes = { ...no, value: 'yes', targetOn: null };
const sending = (token: string) => byLink('/vendor-form/sending', { token });
const takingBack = (token: string) => byLink('/vendor-form/taking-back', { token });
const formOf = async (systemId: string) =>
  ((await call(world.here.people.auditor, 'GET', '/vendor-systems')).body as VendorRegister).systems.find(
    ({ id }) => id === systemId,
  )?.form;
const log = async (subject: string) =>
  (
    (await call(world.here.people.auditor, 'GET', `/activity?subject=${subject}`)).body as {
      entries: { act: string; person: { name: string } | null; about: string; detail: Record<string, unknown> }[];
    }
  ).entries;

test('a link saves, sends and takes back so often and not more, and reads on', async () => {
  const { token } = await asked('書きすぎ');
  const key = `vendor-form-writes:${hashToken(token).toString('hex')}`;
  const { most, seconds } = linkWrites;
  await withClient(server.database.app, (client) =>
    client.query('select count_call($1, $2, $3, $4) from generate_series(1, $3)', [
      key,
      server.clock.now,
      most,
      seconds,
    ]),
  );
  const worn = { status: 409, body: { code: 'compliance/link-worn' } };
  expect(await answer(token, 'R7-V-1-01', 0)).toMatchObject(worn);
  expect(await sending(token)).toMatchObject(worn);
  expect(await takingBack(token)).toMatchObject(worn);
  expect(await open(token)).toMatchObject({ status: 200 });
});

test('a vendor opens its form without an account, answers, sends, and corrects it until the facility confirms', async () => {
  const { 'safety-manager': manager } = world.here.people;
  const { id, token } = await asked('電子カルテ');
  expect(await formOf(id)).toMatchObject({ standing: 'asked', link: { expired: false } });
  expect(await open(token)).toMatchObject({
    status: 200,
    body: {
      facilityName: 'みなと総合病院',
      vendor: '青葉システム',
      system: '電子カルテ',
      contact: '佐藤 花子',
      fiscalYear: 2026,
      sheetId: 'checklist-vendor',
      answers: [],
      sentAt: null,
      confirmedAt: null,
    },
  });
  await answerByLink(server, token, { except: 'R7-V-1-01' });
  expect(await sending(token)).toMatchObject({
    status: 409,
    body: { code: 'compliance/form-not-complete', data: { items: ['R7-V-1-01'] } },
  });
  expect(await answer(token, 'R7-V-1-01', 0)).toMatchObject({ status: 200, body: { revision: 1, byFacility: false } });
  expect(await formOf(id)).toMatchObject({ standing: 'answering', answered: 13, no: [{ targetOn: '2027-01-31' }] });
  expect(await sending(token)).toMatchObject({ status: 200, body: { sentAt: expect.any(String) } });
  expect(await formOf(id)).toMatchObject({ standing: 'answered', sentAt: expect.any(String), submittedAt: null });
  expect(await answer(token, 'R7-V-1-01', 1, yes)).toMatchObject({ body: { code: 'compliance/form-sent' } });
  expect(await sending(token)).toMatchObject({ body: { code: 'compliance/form-sent' } });
  expect(await takingBack(token)).toMatchObject({ status: 200, body: { sentAt: null } });
  expect(await takingBack(token)).toMatchObject({ body: { code: 'compliance/form-not-sent' } });
  expect(await answer(token, 'R7-V-1-01', 1, { ...no, note: '年明けに決めます' })).toMatchObject({ status: 200 });
  await sending(token);
  const { runId = '' } = (await formOf(id)) ?? {};
  expect(await call(manager, 'POST', `/runs/${runId}/submission`)).toMatchObject({ status: 200 });
  for (const late of [answer(token, 'R7-V-1-01', 2, yes), sending(token), takingBack(token)]) {
    expect(await late).toMatchObject({ status: 409, body: { code: 'compliance/form-confirmed' } });
  }
  expect(await open(token)).toMatchObject({ status: 200, body: { confirmedAt: expect.any(String) } });
});

test('what a vendor does stands in form, history and log under the name of company and contact, and the secret nowhere', async () => {
  const { planner } = world.here.people;
  const { id, token } = await asked('レセコン');
  await answer(token, 'R7-V-2-07', 0);
  await answer(token, 'R7-V-2-07', 0, yes);
  const { runId = '' } = (await formOf(id)) ?? {};
  const sign = '青葉システム 佐藤 花子（事業者）';
  const history = await call(planner, 'GET', `/runs/${runId}/answers/R7-V-2-07/history`);
  expect(history.body).toMatchObject([{ value: 'no', answeredBy: { name: sign } }]);
  const entries = await log(runId);
  expect(entries.map(({ act, person }) => [act, person?.name])).toEqual(
    expect.arrayContaining([
      ['sheet.answered', sign],
      ['compliance.vendor-asked', planner.name],
    ]),
  );
  expect(entries[0]?.about).toContain('青葉システム・レセコン');
  expect(await whereStands(server, token)).toEqual([]);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join('')).not.toContain(token);
  const people = (await call(world.here.people.auditor, 'GET', '/members')).body as { name: string }[];
  expect(people.map(({ name }) => name)).not.toContain(sign);
});

test('a newer link ends the older, an ended or old one says so, and what was answered stays', async () => {
  const { id, token, link } = await asked('画像');
  await answer(token, 'R7-V-2-07', 0);
  const newer = (await link()).split('#')[1] ?? '';
  for (const call of [open, sending, takingBack]) {
    expect(await call(token)).toMatchObject({ status: 410, body: { code: 'compliance/link-ended' } });
  }
  expect(await answer(token, 'R7-V-2-07', 1, yes)).toMatchObject({ body: { code: 'compliance/link-ended' } });
  expect(await open(newer)).toMatchObject({ status: 200, body: { answers: [{ value: 'no' }] } });
  const { operator, auditor } = world.here.people;
  expect(await call(auditor, 'DELETE', `/vendor-systems/${id}/link`)).toMatchObject({ status: 403 });
  expect(await call(operator, 'DELETE', `/vendor-systems/${id}/link`)).toMatchObject({ status: 204 });
  expect(await call(operator, 'DELETE', `/vendor-systems/${id}/link`)).toMatchObject({ status: 404 });
  expect(await open(newer)).toMatchObject({ body: { code: 'compliance/link-ended' } });
  expect(await formOf(id)).toMatchObject({ standing: 'answering', link: null });
  const again = (await link()).split('#')[1] ?? '';
  const now = server.clock.now;
  server.clock.now = new Date(now.getTime() + 30 * 24 * 60 * 60 * 1000);
  expect(await open(again)).toMatchObject({ status: 410, body: { code: 'compliance/link-expired' } });
  expect(await answer(again, 'R7-V-2-07', 1, yes)).toMatchObject({ body: { code: 'compliance/link-expired' } });
  expect(await formOf(id)).toMatchObject({ standing: 'expired', link: { expired: true } });
  server.clock.now = now;
  for (const guess of [again.toUpperCase(), `${again}A`, 'x'.repeat(43)]) {
    expect(await open(guess)).toMatchObject({ status: 410, body: { code: 'compliance/link-unknown' } });
  }
});

test('of two who answer at once, one is told what stands without the name of who was first', async () => {
  const { planner } = world.here.people;
  const { id, token } = await asked('検査');
  const { runId = '' } = (await formOf(id)) ?? {};
  const path = `/runs/${runId}/answers/R7-V-2-07`;
  await call(planner, 'PUT', path, { ...yes, note: '電話で確かめた', revision: 0 });
  const late = await answer(token, 'R7-V-2-07', 0);
  expect(late).toMatchObject({
    status: 409,
    body: { code: 'compliance/answer-changed', data: { current: { value: 'yes', revision: 1, byFacility: true } } },
  });
  const told = JSON.stringify([late.body, (await open(token)).body]);
  expect(told).not.toContain(planner.name);
  expect(told).not.toContain(planner.id);
  expect(await answer(token, 'R7-V-2-07', 1)).toMatchObject({ status: 200, body: { revision: 2, byFacility: false } });
});

test('one link reaches no item of another form, no other sheet, and takes no note without end', async () => {
  const { token } = await asked('薬剤');
  for (const item of ['R7-H-2-01', 'S1', "R7-V-1-01'; drop table run; --"]) {
    expect(await answer(token, item, 0)).toMatchObject({ status: 404 });
  }
  expect(await answer(token, 'R7-V-1-01', 0, { note: 'あ'.repeat(2001) })).toMatchObject({ status: 400 });
  expect(await answer(token, 'R7-V-1-01', 0, { note: 'あ'.repeat(40_000) })).toMatchObject({ status: 413 });
  expect(await answer(token, 'R7-V-1-01', 0, { targetOn: '2027-04-01' })).toMatchObject({ status: 400 });
  expect(await answer(token, 'R7-V-1-01', 0, { runId: world.here.id })).toMatchObject({ status: 400 });
  const formula = await answer(token, 'R7-V-1-01', 0, { note: '=cmd|calc' });
  expect(formula).toMatchObject({ status: 200, body: { note: '=cmd|calc' } });
});

test('a link opens nothing that asks for a session, and is no session', async () => {
  const { id, token } = await asked('給食');
  const { runId = '' } = (await formOf(id)) ?? {};
  const at = `${server.url}/api/v1/facilities/${world.here.id}/runs/${runId}`;
  for (const headers of [{ cookie: `mamori=${token}` }, { authorization: `Bearer ${token}` }]) {
    expect((await fetch(at, { headers })).status).toBe(401);
  }
  const opened = await open(token);
  expect(opened.headers.get('set-cookie')).toBeNull();
  const foreign = await fetch(`${server.url}/api/v1/vendor-form`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
    body: JSON.stringify({ token }),
  });
  expect(foreign.status).toBe(403);
});

test('a link is called so often and no more, whoever calls', async () => {
  const { token } = await asked('受付');
  let last = await open(token);
  for (let called = 1; called <= linkCalls.most && last.status === 200; called += 1) last = await open(token);
  expect(last).toMatchObject({ status: 429 });
  expect((await open((await asked('受付二')).token)).status).toBe(200);
});

test('nothing is asked of a system that has ended, and its link ends with it', async () => {
  const { planner } = world.here.people;
  const { id, token } = await asked('透析');
  const words = { vendor: '青葉システム', system: '透析', contact: '佐藤 花子', email: '' };
  await call(planner, 'PUT', `/vendor-systems/${id}`, { ...words, ended: true, revision: 1 });
  expect(await open(token)).toMatchObject({ body: { code: 'compliance/link-ended' } });
  const again = await call(planner, 'POST', `/vendor-systems/${id}/link`, { byMail: false });
  expect(again).toMatchObject({ body: { code: 'compliance/system-ended' } });
});

test('a link ends once it is for somebody else, and holds where nothing of that changes', async () => {
  const { planner } = world.here.people;
  const { id, token } = await asked('薬品棚');
  const words = { vendor: '青葉システム', system: '薬品棚', contact: '佐藤 花子', email: '' };
  const change = (part: object, revision: number) =>
    call(planner, 'PUT', `/vendor-systems/${id}`, { ...words, ...part, ended: false, revision });
  expect(await change({}, 1)).toMatchObject({ status: 200 });
  expect(await open(token)).toMatchObject({ status: 200 });
  expect(await change({ contact: '後任 次郎' }, 2)).toMatchObject({ status: 200 });
  expect(await open(token)).toMatchObject({ body: { code: 'compliance/link-ended' } });
});

test('a contact is nobody who could sign in, be invited or belong anywhere', async () => {
  await asked('物流');
  const contacts = 'select id from person where contact_of is not null limit 1';
  for (const insert of [
    `insert into person_secret (person_id, email, password_hash) values ((${contacts}), 'x@example.jp', 'x')`,
    `insert into member (facility_id, person_id, roles) values ('${world.here.id}', (${contacts}), '{staff}')`,
  ]) {
    const refused = pastPolicies(server, (client) => client.query(insert));
    await expect(refused, insert).rejects.toThrow('gets no account');
  }
});
