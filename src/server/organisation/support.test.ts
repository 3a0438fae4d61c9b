import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Agreement } from '#core/organisation/support-contract.ts';
import { type Reply, request } from '../app/testing/request.ts';
import { begunRun } from '../app/testing/sheet-fixtures.ts';
import { asked, offered, terms } from '../app/testing/support-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { sealActivity } from '../platform/activity/seal-activity.ts';
import { verifyActivity } from '../platform/activity/verify-activity.ts';
import { inFacility } from '../platform/database/transaction.ts';

let server: TestServer;
let world: World;
const start = new Date('2026-11-21T03:00:00Z');
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.clock.now = start;
  world = await makeWorld(server);
});

const get = (person: TestPerson, path: string) => request(server, person, { method: 'GET', path });
/** Every act has a second of its own, so that the log has an order. */
const post = (person: TestPerson, path: string, body?: unknown) => {
  server.clock.now = new Date(server.clock.now.getTime() + 1000);
  return request(server, person, { method: 'POST', path, ...(body !== undefined && { body }) });
};
const here = (rest = '') => `/facilities/${world.here.id}${rest}`;
const supporter = () => world.network.people.supporter;
const scoped = (...scope: string[]) => offered(server, world, { scope });
const end = (agreement: Agreement) =>
  post(world.here.people['safety-manager'], here(`/support-agreements/${agreement.id}/end`));

type Entry = { act: string; subject: string; detail: Record<string, string>; person: { name: string } | null };
const log = async (query = '') =>
  ((await get(world.here.people.auditor, here(`/activity${query}`))).body as { entries: Entry[] }).entries;
const refusedAs = (status: number, code: string) => ({ status, body: { code } });
const outside = refusedAs(404, 'not-found');

describe('a supporter with a live agreement', () => {
  test('enters, sees what the scope opens, and every reading is in the log of the facility with the agreement', async () => {
    const runId = await begunRun(server, world.here);
    const agreement = await scoped('support-sheet');
    expect(await get(supporter(), here(`/runs/${runId}`))).toMatchObject({
      status: 200,
      body: { may: { answer: [], assign: false, submit: false, reopen: false } },
    });
    server.clock.now = new Date(start.getTime() + 2000);
    await get(supporter(), here('/profile'));
    const through = { detail: { agreement: agreement.id }, person: { name: supporter().name } };
    const asSupporter = `（${world.network.name}の支援者として）`;
    expect(await log(`?agreementId=${agreement.id}`)).toMatchObject([
      { act: 'support.read', ...through, about: asSupporter },
      { act: 'sheet.read', subject: runId, ...through, about: expect.stringContaining(asSupporter) },
    ]);
  });

  test('leaves lines that are sealed with the agreement in them', async () => {
    await scoped('support-sheet');
    await get(supporter(), here('/runs'));
    await vi.waitUntil(async () => (await sealActivity(server.db, server.clock.now)) > 0);
    const { findings, waiting } = await verifyActivity(server.database.owner);
    expect({ findings, waiting }).toEqual({ findings: [], waiting: 0 });
  });

  test('answers for the facility only where that is agreed, under the own name', async () => {
    const runId = await begunRun(server, world.here);
    const save = {
      method: 'PUT',
      path: here(`/runs/${runId}/answers/S1`),
      body: { value: '2', note: '', revision: 0 },
    };
    const looking = await scoped('support-sheet');
    expect(await request(server, supporter(), save)).toMatchObject(refusedAs(403, 'not-allowed'));
    await end(looking);
    const agreement = await scoped('support-answer');
    expect((await request(server, supporter(), save)).status).toBe(200);
    expect(await log(`?agreementId=${agreement.id}`)).toMatchObject([{ act: 'sheet.answered', subject: runId }]);
    const run = await get(world.here.people.planner, here(`/runs/${runId}`));
    expect(run.body).toMatchObject({ answers: [{ itemId: 'S1', answeredBy: { name: supporter().name } }] });
  });

  test('never invites, changes roles, submits or reopens, whatever the scope', async () => {
    const runId = await begunRun(server, world.here);
    await scoped('support-sheet', 'support-result', 'support-evidence', 'support-answer');
    const { staff } = world.here.people;
    const calls = [
      { method: 'POST', path: here('/invitations'), body: { name: '仲間', roles: ['planner'] } },
      { method: 'GET', path: here('/members') },
      { method: 'PUT', path: here(`/members/${staff.id}`), body: { roles: ['executive'] } },
      { method: 'POST', path: here(`/runs/${runId}/submission`) },
      { method: 'POST', path: here(`/runs/${runId}/reopening`), body: { reason: '直すため' } },
      { method: 'GET', path: here('/activity') },
      { method: 'GET', path: here('/support-agreements') },
      { method: 'POST', path: here('/support-agreements'), body: { organisationId: world.network.id, ...terms } },
    ];
    for (const call of calls) {
      expect(await request(server, supporter(), call), call.path).toMatchObject(refusedAs(403, 'not-allowed'));
    }
  });

  test('sees no private run of an executive, not even an own one of former days', async () => {
    const { executive } = world.here.people;
    const privateRun = await begunRun(server, world.here, 'executive', executive);
    await scoped('support-sheet', 'support-result');
    for (const path of [here(`/runs/${privateRun}`), here(`/runs/${privateRun}/result`)]) {
      expect(await get(supporter(), path)).toMatchObject(outside);
    }
    expect((await get(supporter(), here('/runs'))).body).toEqual([]);
    const seen = await inFacility(
      server.db,
      { facilityId: world.here.id, personId: supporter().id, now: start },
      (tx) => tx.selectFrom('run').select('id').where('executive_id', 'is not', null).execute(),
    );
    expect(seen).toEqual([]);
  });

  test('finds the facility in the session, with purpose and end, beside nothing of other facilities', async () => {
    const agreement = await scoped('support-result');
    expect((await get(supporter(), '/session')).body).toMatchObject({
      facilities: [
        {
          id: world.here.id,
          roles: ['supporter', 'support-sheet', 'support-result'],
          support: { agreementId: agreement.id, purpose: terms.purpose },
        },
      ],
      organisations: [{ roles: ['supporter'] }, { roles: ['supporter'] }],
    });
    expect(await get(supporter(), `/facilities/${world.elsewhere.id}/runs`)).toMatchObject(outside);
  });
});

describe('nobody comes in', () => {
  const profile = () => here('/profile');

  test('after the facility ended the agreement, at once, and it is not ended twice', async () => {
    const agreement = await offered(server, world);
    expect((await get(supporter(), profile())).status).toBe(200);
    expect(await end(agreement)).toMatchObject({ status: 200, body: { state: 'ended' } });
    expect(await get(supporter(), profile())).toMatchObject(outside);
    expect(await end(agreement)).toMatchObject(refusedAs(409, 'support/not-open'));
    expect((await log())[0]).toMatchObject({ act: 'support.ended', subject: agreement.id });
  });

  test('after the organisation ended it, which the log of the facility tells', async () => {
    const agreement = await offered(server, world);
    const path = `/organisations/${world.network.id}/support-agreements/${agreement.id}/end`;
    expect(await post(supporter(), path)).toMatchObject({ status: 200, body: { state: 'ended' } });
    expect(await get(supporter(), profile())).toMatchObject(outside);
    expect((await log())[0]).toMatchObject({ act: 'support.left', subject: agreement.id });
  });

  test('after the last day, and up to its end in Japan', async () => {
    await offered(server, world);
    server.clock.now = new Date('2027-03-31T14:59:59Z');
    expect((await get(supporter(), profile())).status).toBe(200);
    server.clock.now = new Date('2027-03-31T15:00:00Z');
    expect(await get(supporter(), profile())).toMatchObject(outside);
    expect((await get(supporter(), '/session')).body).toMatchObject({ facilities: [] });
  });

  test('before the facility accepted what was asked', async () => {
    const agreement = await asked(server, world);
    expect(await get(supporter(), profile())).toMatchObject(outside);
    const path = here(`/support-agreements/${agreement.id}/acceptance`);
    expect(await post(world.here.people['safety-manager'], path)).toMatchObject({
      status: 200,
      body: { state: 'live' },
    });
    expect((await get(supporter(), profile())).status).toBe(200);
    expect(await post(world.here.people['safety-manager'], path)).toMatchObject(refusedAs(409, 'support/not-open'));
  });

  test('through the agreement of another facility or of another organisation', async () => {
    const agreement = await offered(server, world);
    expect(await get(world.otherNetwork.people.supporter, profile())).toMatchObject(outside);
    expect(await get(supporter(), `/facilities/${world.elsewhere.id}/profile`)).toMatchObject(outside);
    const { 'safety-manager': stranger } = world.elsewhere.people;
    const path = `/facilities/${world.elsewhere.id}/support-agreements/${agreement.id}/end`;
    expect(await post(stranger, path)).toMatchObject(outside);
    const swapped = `/organisations/${world.otherNetwork.id}/support-agreements/${agreement.id}/end`;
    expect(await post(world.otherNetwork.people.supporter, swapped)).toMatchObject(outside);
    expect(await post(supporter(), swapped)).toMatchObject(outside);
    expect((await get(supporter(), profile())).status).toBe(200);
  });

  test('who is no supporter of the organisation, or is none any more', async () => {
    await offered(server, world);
    const { 'organisation-administrator': administrator, 'vendor-contact': contact } = world.network.people;
    for (const person of [administrator, contact]) expect(await get(person, profile())).toMatchObject(outside);
    const path = `/organisations/${world.network.id}/members/${supporter().id}`;
    expect((await request(server, administrator, { method: 'DELETE', path })).status).toBe(204);
    expect(await get(supporter(), profile())).toMatchObject(outside);
  });

  test('who was a supporter when the page was opened and has another role now', async () => {
    await offered(server, world);
    expect((await get(supporter(), profile())).status).toBe(200);
    const { 'organisation-administrator': administrator } = world.network.people;
    const path = `/organisations/${world.network.id}/members/${supporter().id}`;
    const change = { method: 'PUT', path, body: { roles: ['vendor-contact'] } };
    expect(await request(server, supporter(), change)).toMatchObject(refusedAs(403, 'not-allowed'));
    expect((await request(server, administrator, change)).status).toBe(200);
    expect(await get(supporter(), profile())).toMatchObject(outside);
  });

  test('with an organisation in the place of a facility, or a facility in that of an organisation', async () => {
    await offered(server, world);
    expect(await get(supporter(), `/facilities/${world.network.id}/profile`)).toMatchObject(outside);
    expect(await get(supporter(), `/organisations/${world.here.id}`)).toMatchObject(outside);
    expect(await get(world.here.people.auditor, `/organisations/${world.here.id}`)).toMatchObject(outside);
  });
});

describe('an agreement', () => {
  const offer = (changed: object): Promise<Reply> =>
    post(world.here.people['facility-administrator'], here('/support-agreements'), {
      organisationId: world.network.id,
      ...terms,
      ...changed,
    });

  test.each(['2026-11-20', '2027-11-23', '2030-01-01'])('cannot end on %s', async (endsOn) => {
    expect(await offer({ endsOn })).toMatchObject(refusedAs(400, 'support/end-date'));
  });

  test('stands once between the two, is not made with a prefecture, and not with nobody', async () => {
    expect((await offer({})).status).toBe(201);
    expect(await offer({})).toMatchObject(refusedAs(409, 'support/already-live'));
    const prefecture = { organisationId: world.prefecture.id };
    expect(await offer(prefecture)).toMatchObject(refusedAs(409, 'support/no-supporters'));
    expect(await offer({ organisationId: world.here.id })).toMatchObject(outside);
  });

  test('shows both sides its state and the last entry', async () => {
    await offered(server, world);
    await get(supporter(), here('/profile'));
    const listed = { state: 'live', purpose: terms.purpose, lastEntryAt: expect.any(String) };
    expect((await get(world.here.people.executive, here('/support-agreements'))).body).toMatchObject([listed]);
    const worklist = await get(supporter(), `/organisations/${world.network.id}/support-agreements`);
    expect(worklist.body).toMatchObject([{ ...listed, facility: { id: world.here.id } }]);
    const elsewhere = await get(
      world.otherNetwork.people.supporter,
      `/organisations/${world.otherNetwork.id}/support-agreements`,
    );
    expect(elsewhere.body).toEqual([]);
  });
});
