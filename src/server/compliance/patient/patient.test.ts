import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClauseRegister } from '#core/compliance/clause/clause-record.ts';
import type { Desk, Enquiry, EnquiryPage } from '#core/compliance/patient/desk.ts';
import type { Provision, ProvisionPage } from '#core/compliance/patient/provision.ts';
import { request } from '../../app/testing/request.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../../app/testing/world.ts';
import { png } from '../../platform/files/testing/sample-files.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.now = new Date('2026-11-27T03:00:00Z');
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const call = (person: TestPerson, method: string, path: string, body?: unknown, at = world.here) =>
  request(server, person, { method, path: `/facilities/${at.id}${path}`, ...(body === undefined ? {} : { body }) });

const desk = { place: ' 1階 総合受付 ', inCharge: '医事課', hours: '平日9時から', announced: '受付に掲示' };
const enquiry = { receivedOn: '2026-11-20', gist: '開示の手続き', reply: '', repliedOn: null };
const provision = {
  providedOn: '2026-11-20',
  recipient: '=保健所',
  content: '届出',
  ground: 'law',
  groundNote: '',
  agreement: '',
};

async function shownAt(clauseId: string): Promise<readonly string[]> {
  const { parts } = (await call(world.here.people.auditor, 'GET', '/clauses')).body as ClauseRegister;
  const line = parts.flatMap(({ clauses }) => clauses).find(({ id }) => id === clauseId);
  return line?.shownBy.map(({ words }) => words) ?? [];
}

test('the desk is written once, of two the late one is told, and it proves its clause', async () => {
  const { planner, auditor } = world.here.people;
  expect((await call(auditor, 'GET', '/desk')).body).toEqual({
    place: '',
    inCharge: '',
    hours: '',
    announced: '',
    revision: 0,
  });
  expect(await shownAt('GOV7-1-04')).toEqual([]);
  const replies = await Promise.all([1, 2].map(() => call(planner, 'PUT', '/desk', { ...desk, revision: 0 })));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'compliance/desk-changed' });
  expect((await call(auditor, 'GET', '/desk')).body as Desk).toMatchObject({ place: '1階 総合受付', revision: 1 });
  expect(await shownAt('GOV7-1-04')).toEqual(['説明窓口：1階 総合受付（平日9時から）']);
  expect(await call(auditor, 'PUT', '/desk', { ...desk, revision: 1 })).toMatchObject({ status: 403 });
});

test('an enquiry is noted and answered later; the late one is told what stands', async () => {
  const { operator } = world.here.people;
  const { id } = (await call(operator, 'POST', '/enquiries', enquiry)).body as Enquiry;
  const answered = { ...enquiry, reply: '用紙を渡した', repliedOn: '2026-11-21', revision: 1 };
  const early = { ...answered, repliedOn: '2026-11-19' };
  for (const [method, path] of [
    ['PUT', `/enquiries/${id}`],
    ['POST', '/enquiries'],
  ] as const) {
    const { revision, ...added } = early;
    expect(await call(operator, method, path, method === 'PUT' ? early : added)).toMatchObject({
      status: 400,
      body: { code: 'input-not-valid', data: { faults: [{ field: 'repliedOn' }] } },
    });
  }
  expect(await call(operator, 'PUT', `/enquiries/${id}`, answered)).toMatchObject({ body: { revision: 2 } });
  expect(await call(operator, 'PUT', `/enquiries/${id}`, answered)).toMatchObject({
    status: 409,
    body: { code: 'compliance/enquiry-changed', data: { current: { repliedOn: '2026-11-21' } } },
  });
  const { entries } = (await call(operator, 'GET', '/enquiries')).body as EnquiryPage;
  expect(entries.map(({ gist, reply }) => [gist, reply])).toEqual([['開示の手続き', '用紙を渡した']]);
});

test('provisions prove their clauses, take a file, and are handed out as CSV that runs nothing', async () => {
  const { operator, auditor } = world.here.people;
  const { id } = (await call(operator, 'POST', '/provisions', provision)).body as Provision;
  expect(await shownAt('GOV7-1-16')).toEqual(['第三者提供の記録 1件']);
  expect(await shownAt('GOV7-1-17')).toEqual([]);
  const agreed = { ...provision, agreement: '覚書 令和8年4月1日', revision: 1 };
  expect(await call(operator, 'PUT', `/provisions/${id}`, agreed)).toMatchObject({ status: 200 });
  expect(await shownAt('GOV7-1-17')).toEqual(['責任範囲の書面がある第三者提供 1件']);
  const path = `/facilities/${world.here.id}/items/${id}/evidence?name=a.png`;
  const bytes = { content: Uint8Array.from(png), type: 'image/png' };
  expect(await request(server, operator, { method: 'POST', path, bytes })).toMatchObject({ status: 200 });
  const csv = await call(auditor, 'GET', '/provisions.csv');
  const text = new TextDecoder().decode(csv.body as Uint8Array);
  expect(text).toContain('提供した日,相手');
  expect(text).not.toMatch(/(^|,)=保健所/);
  expect(text).toContain('覚書 令和8年4月1日');
});

test('many are listed page by page, each once, in the order of their days; a neighbour sees none', async () => {
  const { here, elsewhere } = world;
  await server.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.facility_id', ${here.id}, true)`.execute(tx);
    await sql`insert into provision (facility_id, id, provided_on, recipient, content, ground, written_by, written_at)
      select ${here.id}, gen_random_uuid(), date '2025-01-01' + (n / 2), 'x' || n, 'y', 'consent',
        ${here.people.planner.id}, now() from generate_series(1, 120) n`.execute(tx);
  });
  const ids: string[] = [];
  const days: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page = await call(here.people.auditor, 'GET', `/provisions${after && `?after=${after}`}`);
    const { entries, next } = page.body as ProvisionPage;
    ids.push(...entries.map(({ id }) => id));
    days.push(...entries.map(({ providedOn }) => providedOn));
    after = next;
  }
  expect(new Set(ids).size).toBe(121);
  expect(ids).toHaveLength(121);
  expect(days).toEqual(days.toSorted().toReversed());
  const csv = await call(here.people.auditor, 'GET', '/provisions.csv');
  expect(
    new TextDecoder()
      .decode(csv.body as Uint8Array)
      .trim()
      .split('\r\n'),
  ).toHaveLength(122);
  expect((await call(elsewhere.people.auditor, 'GET', '/provisions', undefined, elsewhere)).body).toEqual({
    entries: [],
    next: null,
  });
});

test('what is said to have happened on a day that is still to come is refused at that day', async () => {
  const { here } = await makeWorld(server);
  const { planner } = here.people;
  const { id } = (await call(planner, 'POST', '/enquiries', enquiry, here)).body as Enquiry;
  const given = (await call(planner, 'POST', '/provisions', provision, here)).body as Provision;
  const ahead = '2026-11-28';
  const asked = { ...enquiry, receivedOn: ahead };
  for (const [method, path, body, field] of [
    ['POST', '/enquiries', asked, 'receivedOn'],
    ['PUT', `/enquiries/${id}`, { ...enquiry, repliedOn: ahead, revision: 1 }, 'repliedOn'],
    ['POST', '/provisions', { ...provision, providedOn: ahead }, 'providedOn'],
    ['PUT', `/provisions/${given.id}`, { ...provision, providedOn: ahead, revision: 1 }, 'providedOn'],
  ] as const) {
    expect(await call(planner, method, path, body, here)).toMatchObject({
      status: 400,
      body: { data: { faults: [{ field, code: 'still-to-come' }] } },
    });
  }
});
