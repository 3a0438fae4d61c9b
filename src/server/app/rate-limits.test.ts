import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addProgram } from '../identity/testing/add-access-token.ts';
import { type RateLimits, usualRateLimits } from '../platform/http/rate-limits.ts';
import { type Call, request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from './testing/world.ts';

const limits: RateLimits = {
  ordinary: { most: 4, seconds: 60 },
  costly: { most: 2, seconds: 60 },
  door: { most: 3, seconds: 60 },
  stranger: { most: 3, seconds: 60 },
};

const servers: TestServer[] = [];
let server: TestServer;
let world: World;
async function open(of: RateLimits): Promise<void> {
  server = await startTestServer({ rateLimits: of });
  servers.push(server);
  world = await makeWorld(server);
}
beforeEach(() => open(limits));
afterEach(async () => {
  await servers.pop()?.stop();
});
afterAll(() => vi.restoreAllMocks());

const profile = (): Call => ({ method: 'GET', path: `/facilities/${world.here.id}/profile` });
const csv = (): Call => ({ method: 'GET', path: `/facilities/${world.here.id}/runs/${world.here.id}/answers.csv` });
const signIn: Call = { method: 'POST', path: '/session', body: { email: 'a@example.jp', password: 'x' } };

async function statuses(who: TestPerson | undefined, call: Call, times: number): Promise<number[]> {
  const replies: number[] = [];
  for (let time = 0; time < times; time += 1) replies.push((await request(server, who, call)).status);
  return replies;
}

describe('calls over the limit', () => {
  it('are refused in Japanese with the time to wait, and taken after it', async () => {
    const { planner } = world.here.people;
    expect(await statuses(planner, profile(), 5)).toEqual([200, 200, 200, 200, 429]);
    const refused = await request(server, planner, profile());
    expect(refused.body).toMatchObject({ code: 'too-many', message: expect.stringMatching(/少し待って/) });
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'retry-after': '15',
      'ratelimit-policy': '"ordinary";q=4;w=60',
      ratelimit: '"ordinary";r=0;t=60',
    });
    server.clock.now = new Date(server.clock.now.getTime() + 15_000);
    expect(await statuses(planner, profile(), 2)).toEqual([200, 429]);
  });

  it('are counted by account: a colleague behind the same address goes on', async () => {
    await statuses(world.here.people.planner, profile(), 5);
    expect(await statuses(world.here.people.operator, profile(), 2)).toEqual([200, 200]);
  });

  it('of a program leave its person and the other programs something', async () => {
    const { planner } = world.here.people;
    const scopes = ['facility.read'];
    const [one, other] = [
      await addProgram(server, world.here, planner, { scopes }),
      await addProgram(server, world.here, planner, { scopes }),
    ];
    expect(await statuses(one, profile(), 3)).toEqual([200, 200, 429]);
    expect(await statuses(other, profile(), 3)).toEqual([200, 200, 429]);
    const third = await addProgram(server, world.here, planner, { scopes });
    expect(await statuses(third, profile(), 1)).toEqual([429]);
    expect(await statuses(planner, profile(), 1)).toEqual([200]);
  });

  it('of those who are not signed in are counted by address', async () => {
    const sheets: Call = { method: 'GET', path: '/sheets' };
    expect(await statuses(undefined, sheets, 4)).toEqual([200, 200, 200, 429]);
    expect(await statuses(undefined, profile(), 1)).toEqual([429]);
    expect(await statuses(world.here.people.planner, profile(), 1)).toEqual([200]);
  });

  it('that cost much or open a door are counted for all processes on one database', async () => {
    const { planner } = world.here.people;
    expect(await statuses(planner, csv(), 3)).toEqual([404, 404, 429]);
    expect(await statuses(undefined, signIn, 4)).toEqual([401, 401, 401, 429]);
    expect(await statuses(planner, profile(), 1)).toEqual([200]);
    const first = server;
    const second = await startTestServer({ rateLimits: limits }, first);
    server = second;
    expect(await statuses(planner, csv(), 1)).toEqual([429]);
    expect(await statuses(undefined, signIn, 1)).toEqual([429]);
    await second.stop();
    server = first;
  });

  it('cost no body: one is refused before it is read', async () => {
    const { planner } = world.here.people;
    await statuses(planner, profile(), 4);
    const bytes = { content: new Uint8Array(3_000_000), type: 'application/json' };
    const call = { method: 'PUT', path: `/facilities/${world.here.id}/profile`, bytes };
    expect(await statuses(planner, call, 1)).toEqual([429]);
  });
});

describe('the usual limits', () => {
  it('let a person answer three questions a second for a minute, and open pages besides', async () => {
    await servers.pop()?.stop();
    await open(usualRateLimits);
    const { planner } = world.here.people;
    const counts: Record<number, number> = {};
    for (let second = 0; second < 60; second += 1) {
      server.clock.now = new Date(server.clock.now.getTime() + 1_000);
      for (const status of await statuses(planner, profile(), second % 10 === 0 ? 13 : 3)) {
        counts[status] = (counts[status] ?? 0) + 1;
      }
    }
    expect(counts).toEqual({ 200: 240 });
  });

  it('ask the database nothing more for what is ordinary', async () => {
    const { planner } = world.here.people;
    const submit = vi.spyOn(pg.Query.prototype, 'submit');
    await request(server, planner, profile());
    const asked = submit.mock.calls.length;
    submit.mockRestore();
    expect(asked).toBeLessThanOrEqual(5);
  });
});
