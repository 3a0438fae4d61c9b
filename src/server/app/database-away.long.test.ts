import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { withClient } from '../platform/database/with-client.ts';
import { type Caller, openRun, setUpInstallation } from './testing/installation.ts';
import { ask, isClearRefusal, type Place } from './testing/lasting/ask.ts';
import { ExternalCluster } from './testing/lasting/external-cluster.ts';
import type { PersistentWriter } from './testing/lasting/persistent-writer.ts';
import { chanceOf, chosenSeed } from './testing/lasting/seeded.ts';
import { Writers } from './testing/lasting/writers.ts';
import { LiveReader } from './testing/live-reader.ts';
import { type OwnProcess, startOwnProcess } from './testing/own-process.ts';
import type { TestPerson } from './testing/world.ts';

const patient = { timeout: 60_000, interval: 100 };
const seed = chosenSeed();

let database: ExternalCluster;
let dataDir: string;
let mamori: OwnProcess;
let caller: Caller;
let place: Place;
let writers: Writers;

beforeAll(async () => {
  database = await ExternalCluster.start();
  dataDir = await mkdtemp(join(tmpdir(), 'mamori-away-'));
  mamori = await startOwnProcess(dataDir, { DATABASE_URL: database.url, MAMORI_RATE_LIMITS: 'off' });
  const hospital = { name: 'みなと病院', type: 'hospital', beds: 120 } as const;
  const made = await setUpInstallation(mamori.url, mamori.setupLink ?? '', hospital);
  caller = made.caller;
  const run = await openRun(caller, made.facilityId, 'hospital');
  place = { url: mamori.url, cookie: caller.cookie, facilityId: made.facilityId };
  writers = new Writers(place, run.split('/').at(-1) ?? '', chanceOf(seed));
});
afterAll(async () => {
  await mamori.stop();
  await database.remove();
  await rm(dataDir, { recursive: true, force: true });
});

const health = async () => {
  const response = await fetch(`${mamori.url}/healthz`);
  return { status: response.status, body: await response.json() };
};
const openStream = () => LiveReader.open(mamori, { cookie: place.cookie } as TestPerson, place.facilityId);
const sealed = async () => {
  const scope = "select set_config('app.scope', 'seal', false)";
  const count = 'select count(*)::int as n from activity_entry';
  return withClient(database.owner, async (client) => {
    await client.query(scope);
    return Number((await client.query<{ n: number }>(count)).rows[0]?.n);
  });
};

/** Everybody writes, the database goes, everybody is refused again and again, it comes back, and everybody's writes are taken again. */
async function outage(leave: 'goAway' | 'crash'): Promise<readonly PersistentWriter[]> {
  const writing = writers.throughout();
  await vi.waitUntil(() => writing.every(({ saves }) => saves > 1), patient);
  await database[leave]();
  const gone = { status: 503, body: { status: 'database-unreachable' } };
  await vi.waitFor(async () => expect(await health()).toEqual(gone), patient);
  const refused = writing.map(({ refusals }) => refusals.length);
  await vi.waitUntil(() => writing.every(({ refusals }, one) => refusals.length > (refused[one] ?? 0) + 5), patient);
  const answered = await ask(place, { method: 'GET', path: '/evidence' });
  expect(answered && isClearRefusal(answered), answered?.bytes.toString()).toBe(true);
  const saved = writing.map(({ saves }) => saves);
  await database.comeBack();
  await vi.waitUntil(() => writing.every(({ saves }, one) => saves > (saved[one] ?? 0) + 1), patient);
  return writing;
}

test(`a database that goes away under twenty who write on, and comes back: every call is answered clearly, nothing is lost, no restart (MAMORI_SEED=${seed})`, async () => {
  for (const leave of ['goAway', 'crash', 'goAway'] as const) {
    const stream = await openStream();
    await vi.waitFor(() => expect(stream.batches.length).toBeGreaterThan(0), patient);
    const writing = await outage(leave);
    expect((await Promise.all(writing.map((writer) => writer.end()))).flat()).toEqual([]);
    expect(new Set(writing.flatMap(({ refusals }) => refusals))).toEqual(new Set(['try-later']));
    await vi.waitFor(async () => expect(await health()).toEqual({ status: 200, body: { status: 'ok' } }), patient);
    expect(await writers.faults()).toEqual([]);
    stream.leave();
  }
}, 300_000);

test('streams hear of what is written after it came back, and the jobs go on', async () => {
  const before = await sealed();
  const stream = await openStream();
  await vi.waitFor(() => expect(stream.batches.length).toBeGreaterThan(0), patient);
  const written = writers.once();
  expect((await written).filter(({ status }) => status >= 300)).toEqual([]);
  await vi.waitFor(() => expect(stream.events.length).toBeGreaterThan(0), patient);
  await vi.waitFor(async () => expect(await sealed()).toBeGreaterThan(before), patient);
  stream.leave();
}, 180_000);
