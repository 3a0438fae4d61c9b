import pg from 'pg';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mostWaitingChallenges } from '#core/identity/passkey.ts';
import { mostResetRequests } from '#core/identity/reset-request.ts';
import { browserOf, password, Stage } from '../identity/testing/stage.ts';
import { type Call, request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import type { TestPerson } from './testing/world.ts';

/** Of an address; a known browser has two by itself once eight of them are used up. */
const twelve = { most: 12, seconds: 60 };
const limits = { ordinary: twelve, costly: twelve, door: twelve, stranger: twelve };

let stage: Stage;
let limited: TestServer;
beforeEach(async () => {
  stage = await Stage.open();
  limited = await startTestServer({ rateLimits: limits }, stage.server);
});
afterEach(async () => {
  await limited.stop();
  await stage.server.stop();
});
afterAll(() => vi.restoreAllMocks());

const withCookie = (cookie: string): TestPerson => ({ id: '', name: '', cookie });
const invented = withCookie(`mamori-browser=${'A'.repeat(43)}`);

/** A browser somebody has signed in with: what it keeps without the session. */
async function known(email: string): Promise<TestPerson> {
  const { headers } = await stage.signIn(email);
  // What making ready has used of the address's limit has come back then.
  stage.later(1);
  const kept = headers.getSetCookie().find((line) => line.startsWith('mamori-browser='));
  return withCookie(kept?.split(';')[0] ?? '');
}

async function registered(email: string): Promise<string> {
  await stage.accept(await stage.invited(['staff']), email);
  return email;
}

async function statuses(server: TestServer, who: TestPerson | undefined, call: Call, times: number): Promise<number[]> {
  const replies: number[] = [];
  for (let time = 0; time < times; time += 1) replies.push((await request(server, who, call)).status);
  return replies;
}

const door: Call = { method: 'POST', path: '/invitation', body: { token: 'A'.repeat(43) } };
const page: Call = { method: 'GET', path: '/sheets' };
const options: Call = { method: 'POST', path: '/session/passkey-options' };
const reset = (of: string): Call => ({ method: 'POST', path: '/reset-requests', body: { email: `${of}@example.jp` } });

const only = (status: number, times: number) => Array.from({ length: times }, () => status);

test.each([
  ['doors', door, 410],
  ['pages', page, 200],
])('a flood without a cookie closes no known browser behind the address at %s', async (_, call, taken) => {
  const email = await registered('known@example.jp');
  const [browser, other] = [await known(email), await known(email)];
  expect(await statuses(limited, undefined, call, 13)).toEqual([...only(taken, 12), 429]);
  expect(await statuses(limited, invented, call, 1)).toEqual([429]);
  expect(await statuses(limited, browser, call, 3)).toEqual([taken, taken, 429]);
  const reply = await request(limited, other, call);
  expect([reply.status, reply.headers.get('retry-after')]).toEqual([taken, null]);
  const refused = await request(limited, browser, call);
  expect(refused.headers.get('ratelimit-policy')).toMatch(/;q=2;w=60$/);
});

test('a known browser that runs wild leaves something to those nobody knows, and an invented secret counts by address', async () => {
  const browser = await known(await registered('wild@example.jp'));
  expect(await statuses(limited, browser, door, 11)).toEqual([...only(410, 10), 429]);
  const { headers } = await request(limited, undefined, door);
  expect(headers.get('ratelimit')).toMatch(/;r=3;/);
  expect(await statuses(limited, invented, door, 4)).toEqual([410, 410, 410, 429]);
});

test('whether a browser is known is looked for only where others have used up most of what the address may', async () => {
  const browser = await known(await registered('usual@example.jp'));
  const submit = vi.spyOn(pg.Query.prototype, 'submit');
  const looked = () =>
    submit.mock.contexts.filter((query) => String((query as { text?: string }).text).includes('is_known_browser'));
  expect(await statuses(limited, browser, door, 8)).toEqual(only(410, 8));
  expect(looked()).toHaveLength(0);
  await statuses(limited, browser, door, 1);
  expect(looked()).toHaveLength(1);
  submit.mockRestore();
});

test('challenges that wait for a stranger keep no known browser from its passkey', async () => {
  const browser = await known(await registered('passkey@example.jp'));
  for (let round = 0; round < mostWaitingChallenges / 50; round += 1) {
    await Promise.all(Array.from({ length: 50 }, () => request(stage.server, undefined, options)));
  }
  expect(await statuses(stage.server, undefined, options, 1)).toEqual([429]);
  expect(await statuses(stage.server, invented, options, 1)).toEqual([429]);
  const own = mostWaitingChallenges / 10;
  expect(await statuses(stage.server, browser, options, own + 1)).toEqual([...only(200, own), 429]);
});

test('reset requests of a stranger keep no known browser from asking', async () => {
  const browser = await known(await registered('reset@example.jp'));
  for (let time = 0; time < mostResetRequests; time += 1) {
    expect(await statuses(stage.server, undefined, reset(`flood-${time}`), 1)).toEqual([204]);
  }
  expect(await statuses(stage.server, undefined, reset('late'), 1)).toEqual([429]);
  expect(await statuses(stage.server, invented, reset('late'), 1)).toEqual([429]);
  expect(await statuses(stage.server, browser, reset('late'), 4)).toEqual([204, 204, 204, 429]);
});

test('an account makes twenty known browsers a day at most', async () => {
  const email = await registered('many-browsers@example.jp');
  for (let time = 0; time < 19; time += 1) await known(email);
  const [last, beyond] = [await known(email), await known(email)];
  await statuses(limited, undefined, door, 12);
  expect(await statuses(limited, last, door, 1)).toEqual([410]);
  expect(await statuses(limited, beyond, door, 1)).toEqual([429]);
  expect((await request(stage.server, beyond, door)).status).toBe(410);
});

test('colleagues behind one address prove to be there and change their passwords at the same moment', async () => {
  const people: TestPerson[] = [];
  for (let index = 0; index < 8; index += 1) {
    people.push(browserOf(await stage.accept(await stage.invited(['staff']), `at-once-${index}@example.jp`)));
  }
  const stepped = await Promise.all(people.map((person) => stage.steppedUp(person, { password })));
  const body = { current: password, password: 'まったく別のことばを選ぶ人たち' };
  const change = (person: TestPerson) =>
    request(stage.server, person, { method: 'PUT', path: '/account/password', body });
  const replies = await Promise.all(stepped.map(change));
  expect(replies.map(({ status }) => status)).toEqual(only(200, 8));
});
