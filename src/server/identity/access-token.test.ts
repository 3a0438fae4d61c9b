import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessTokensAtMost } from '#core/identity/access-token.ts';
import { type Reply, request } from '../app/testing/request.ts';
import { addTestFacility, type TestFacility, type TestPerson } from '../app/testing/world.ts';
import { asSuperuser } from '../platform/backup/testing/filled-database.ts';
import { hashToken } from './secret-token.ts';
import { Stage } from './testing/stage.ts';

let stage: Stage;
let here: TestFacility;
beforeAll(async () => {
  stage = await Stage.open();
  here = await addTestFacility(stage.server, { name: 'キーの病院' });
});
afterAll(() => stage.server.stop());

type Listed = readonly {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly lastUsedAt: string | null;
}[];
type Made = { readonly id: string; readonly token: string; readonly expiresAt: string };

const path = () => `/facilities/${here.id}/tokens`;
const make = (by: TestPerson, body: object): Promise<Reply> =>
  request(stage.server, by, { method: 'POST', path: path(), body: { name: '連携', ...body } });
const made = async (by: TestPerson, scopes: readonly string[]) => (await make(by, { scopes })).body as Made;
const programOf = ({ token }: Made): TestPerson => ({
  id: '',
  name: '',
  cookie: '',
  authorization: `Bearer ${token}`,
});
const get = (by: TestPerson, at = `/facilities/${here.id}/runs`) =>
  request(stage.server, by, { method: 'GET', path: at });
const listed = async (by: TestPerson) => (await get(by, path())).body as Listed;
const revoke = (by: TestPerson, id: string) => request(stage.server, by, { method: 'DELETE', path: `${path()}/${id}` });
const log = async () =>
  (
    (await get(here.people.auditor, `/facilities/${here.id}/activity`)).body as {
      entries: readonly { act: string; subject: string; detail: Record<string, unknown>; person: { id: string } }[];
    }
  ).entries;

describe('an access token', () => {
  it('is shown once, recognisable, and lasts 90 days where nothing else is said', async () => {
    const token = await made(here.people.planner, ['sheet.read']);
    expect(token.token).toMatch(/^mamori_[\w-]{43}$/);
    expect(new Date(token.expiresAt).getTime() - stage.server.clock.now.getTime()).toBe(90 * 86_400_000);
    expect(JSON.stringify(await listed(here.people.planner))).not.toContain(token.token.slice(7));
    const [newest] = await log();
    expect(newest).toMatchObject({
      act: 'identity.access-token-made',
      subject: token.id,
      about: '連携',
      detail: { scopes: 'sheet.read', days: 90 },
    });
  });

  it('is kept as a hash alone', async () => {
    const { token } = await made(here.people.planner, ['sheet.read']);
    const { rows } = await asSuperuser(stage.server.database, (client) =>
      client.query<{ kept: string }>('select to_jsonb(t)::text as kept from access_token t'),
    );
    expect(rows.length).toBeGreaterThan(0);
    const kept = rows.map((row) => row.kept).join('\n');
    expect(kept).toContain(hashToken(token).toString('hex'));
    for (const secret of [token.slice(7), Buffer.from(token).toString('hex')]) expect(kept).not.toContain(secret);
  });

  it('acts as its person, and the activity log names it beside the person', async () => {
    const { planner } = here.people;
    const token = await made(planner, ['sheet.begin', 'sheet.read']);
    stage.later(1);
    const begun = await request(stage.server, programOf(token), {
      method: 'POST',
      path: `/facilities/${here.id}/runs`,
      body: { sheetId: 'network-level' },
    });
    expect(begun.status).toBe(200);
    const [newest] = await log();
    expect(newest).toMatchObject({
      act: 'sheet.begun',
      person: { id: planner.id },
      detail: { accessToken: token.id },
      about: expect.stringMatching(/ アクセスキー「連携」で$/),
    });
    stage.later(1);
    await revoke(planner, token.id);
    const [revoked] = await log();
    expect(revoked?.detail).toEqual({});
  });

  it('opens nothing once it is revoked or run out, not even beside an open session', async () => {
    const { planner } = here.people;
    const revoked = await made(planner, ['sheet.read']);
    expect((await get(programOf(revoked))).status).toBe(200);
    expect((await revoke(planner, revoked.id)).status).toBe(204);
    const reply = await get({ ...planner, authorization: `Bearer ${revoked.token}` });
    expect(reply).toMatchObject({ status: 401, body: { code: 'access-token-not-usable' } });
    expect(reply.headers.get('www-authenticate')).toContain('Bearer');
    expect((await revoke(planner, revoked.id)).status).toBe(404);
    const short = (await make(planner, { scopes: ['sheet.read'], days: 1 })).body as Made;
    stage.later(86_399);
    expect((await get(programOf(short))).status).toBe(200);
    stage.later(1);
    expect((await get(programOf(short))).status).toBe(401);
    const states = new Map((await listed(planner)).map(({ id, state }) => [id, state]));
    expect([states.get(revoked.id), states.get(short.id)]).toEqual(['revoked', 'expired']);
  });

  it('tells when it was used last, to the minute', async () => {
    const { planner } = here.people;
    const token = await made(planner, ['sheet.read']);
    const last = async () => (await listed(planner)).find(({ id }) => id === token.id)?.lastUsedAt;
    expect(await last()).toBeNull();
    await get(programOf(token));
    const first = stage.server.clock.now.toISOString();
    stage.later(59);
    await get(programOf(token));
    expect(await last()).toBe(first);
    stage.later(2);
    await get(programOf(token));
    expect(await last()).toBe(stage.server.clock.now.toISOString());
  });

  it('ends with the membership and does not come back with a later one', async () => {
    const person = await stage.enrolled('leaver@example.jp', ['planner']);
    const { world, server } = stage;
    const tokens = `/facilities/${world.here.id}/tokens`;
    const body = { name: '連携', scopes: ['sheet.read'] };
    const token = (await request(server, person.browser, { method: 'POST', path: tokens, body })).body as Made;
    const runs = () => get(programOf(token), `/facilities/${world.here.id}/runs`);
    expect((await runs()).status).toBe(200);
    const members = `/facilities/${world.here.id}/members/${person.personId}`;
    const administrator = world.here.people['facility-administrator'];
    expect((await request(server, administrator, { method: 'DELETE', path: members })).status).toBe(204);
    expect((await runs()).status).toBe(401);
    const again = await stage.invited(['planner']);
    expect((await stage.post(person.browser, '/invitation/joining', { token: again })).status).toBe(200);
    expect((await runs()).status).toBe(401);
  });
});

describe('who makes and ends access tokens', () => {
  it('nobody hands on what the own roles do not carry', async () => {
    expect(await make(here.people.planner, { scopes: ['sheet.read', 'activity.read'] })).toMatchObject({
      status: 409,
      body: { code: 'identity/scope-not-held' },
    });
  });

  it('everybody sees and ends the own ones, the facility administrator all', async () => {
    const { planner, 'safety-manager': manager, 'facility-administrator': administrator } = here.people;
    const [own, theirs] = [await made(planner, ['sheet.read']), await made(manager, ['sheet.read'])];
    const ids = async (by: TestPerson) => (await listed(by)).map(({ id }) => id);
    expect(await ids(planner)).not.toContain(theirs.id);
    expect(await ids(administrator)).toEqual(expect.arrayContaining([own.id, theirs.id]));
    expect((await revoke(planner, theirs.id)).status).toBe(404);
    expect((await revoke(administrator, own.id)).status).toBe(204);
    expect((await get(programOf(own))).status).toBe(401);
  });

  it('one person has so many usable ones at most, also when asked for at the same moment', async () => {
    const facility = await addTestFacility(stage.server, { name: 'キーの多い病院' });
    here = facility;
    const asked = Array.from({ length: accessTokensAtMost + 4 }, () =>
      make(facility.people.planner, { scopes: ['sheet.read'] }),
    );
    const replies = await Promise.all(asked);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(accessTokensAtMost);
    const [refused] = replies.filter(({ status }) => status !== 200);
    expect(refused).toMatchObject({ status: 409, body: { code: 'identity/too-many-access-tokens' } });
  });
});

it('a program names no page: an origin beside its token is not judged', async () => {
  const token = await made(here.people['safety-manager'], ['sheet.begin']);
  const response = await fetch(`${stage.server.url}/api/v1/facilities/${here.id}/runs`, {
    method: 'POST',
    headers: {
      origin: 'https://other.example',
      authorization: `Bearer ${token.token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ sheetId: 'network-level' }),
  });
  expect(response.status).toBe(200);
});
