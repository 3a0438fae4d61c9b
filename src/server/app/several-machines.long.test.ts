import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { killAll } from '../platform/database/testing/process-tree.ts';
import { type Replicated, startReplicated } from '../platform/database/testing/replicated.ts';
import { withClient } from '../platform/database/with-client.ts';
import { type MailServer, startMailServer } from '../platform/mail/testing/mail-server.ts';
import { Caller, openRun, setUpInstallation } from './testing/installation.ts';
import { LiveReader } from './testing/live-reader.ts';
import { type OneAddress, oneAddress } from './testing/machines/one-address.ts';
import { looksInto, Summaries, SummaryReader } from './testing/machines/summaries.ts';
import { Writer } from './testing/machines/writer.ts';
import { type OwnProcess, startOwnProcess } from './testing/own-process.ts';
import type { TestPerson } from './testing/world.ts';

/** Service goes on within so many seconds of the loss of the primary. */
const longestAway = 30;
/** Both have looked for a standby again by then, and found that the one they knew is none any more. */
const standbyRestMs = 6_000;
const items = ['S2', 'S3', 'S4-1', 'S4-2', 'S5-1', 'S5-2', 'S6'];
const appPassword = randomBytes(16).toString('hex');
const secondFactorKey = randomBytes(32).toString('base64url');

let base: string;
let database: Replicated;
let mails: MailServer;
/** Two, started at the same moment on an empty database. */
let processes: readonly OwnProcess[];
let address: OneAddress;
let caller: Caller;
let facilityId: string;
let run: string;
let summaries: Summaries;

const at = ({ url }: { readonly url: string }) => Object.assign(new Caller(url), { cookie: caller.cookie });
const processOf = (index: number) => processes[index] ?? { url: '' };

async function startMachine(): Promise<OwnProcess> {
  return startOwnProcess(await mkdtemp(join(base, 'machine-')), {
    DATABASE_URL: database.url(database.primary.owner),
    DATABASE_APP_URL: database.url({ user: 'mamori_app', password: appPassword }),
    DATABASE_READ_STANDBY: 'on',
    MAMORI_SECOND_FACTOR_KEY: secondFactorKey,
    MAMORI_RATE_LIMITS: 'ordinary=100000/60',
    SMTP_URL: mails.url,
    MAIL_FROM: 'mamori@example.jp',
  });
}

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'mamori-machines-'));
  mails = await startMailServer();
  database = await startReplicated(({ owner }) =>
    withClient(owner, (client) => client.query(`create role mamori_app login password '${appPassword}'`)),
  );
  await database.synchronous();
  processes = await Promise.all([startMachine(), startMachine()]);
  address = await oneAddress(processes.map(({ url }) => url));
  const clinic = { name: 'みなと診療所', type: 'clinic', beds: null } as const;
  const made = await setUpInstallation(address.url, processes[0]?.setupLink ?? '', clinic);
  ({ caller, facilityId } = made);
  run = await openRun(caller, facilityId, 'small-facility');
  summaries = await Summaries.open(made);
});
afterAll(async () => {
  await address.stop();
  for (const one of processes) expect(await one.stop()).toBe(0);
  await database.stop();
  await mails.stop();
  await rm(base, { recursive: true, force: true });
});

const openStream = (index: number, headers = {}) =>
  LiveReader.open(processOf(index), { cookie: caller.cookie } as TestPerson, facilityId, headers);

let invited = 0;
/** Invites somebody by mail; the letter is sent by a job of one of the two. */
async function invite(by: Caller): Promise<string> {
  invited += 1;
  const email = `invited-${invited}@example.jp`;
  await by.call('POST', `/facilities/${facilityId}/invitations`, { name: '新しい人', roles: ['staff'], email });
  return email;
}

test('a session opens both, and what is saved on one appears on the other', async () => {
  const reader = await openStream(0);
  await at(processOf(1)).call('PUT', `${run}/answers/S1`, { value: '2', note: '', revision: 0 });
  await vi.waitUntil(() => reader.answers.some(([item]) => item === 'S1'), { timeout: 20_000 });
  reader.leave();
  await at(processOf(0)).call('GET', run);
});

test('what is dear is counted for both together', async () => {
  const left = async (index: number) => {
    const response = await fetch(
      `${processOf(index).url}/api/v1/facilities/${facilityId}${run.slice(run.indexOf('/runs'))}/report`,
      {
        headers: { cookie: caller.cookie },
      },
    );
    await response.arrayBuffer();
    return Number(/r=(\d+)/.exec(response.headers.get('RateLimit') ?? '')?.[1]);
  };
  const first = await left(0);
  expect([await left(1), await left(0)]).toEqual([first - 1, first - 2]);
});

test('a job is done once, by one of the two', async () => {
  const invitedPeople = await Promise.all([0, 1, 0, 1, 0, 1].map((index) => invite(at(processOf(index)))));
  for (const email of invitedPeople) await mails.next(email);
  const counts = invitedPeople.map((email) => mails.received.filter(({ recipient }) => recipient === email).length);
  expect(counts).toEqual(invitedPeople.map(() => 1));
});

const seen = (index: number) => summaries.seen(processOf(index).url);
const consent = (shows: 'stage' | 'count') =>
  at(address).call('PUT', `/facilities/${facilityId}/memberships/${summaries.network}`, { shows });

test.each([0, 1])(
  'process %i reads the region and the programme from the standby, as its settings say',
  async (index) => {
    const { superuser } = database.standby;
    const looks = async () => [
      await looksInto('organisation_facility', superuser),
      await looksInto('stage_tally', superuser),
    ];
    const before = await looks();
    await vi.waitUntil(
      async () => {
        expect(await seen(index)).toEqual([{ id: facilityId, stage: 'open' }]);
        expect(await summaries.programme(processOf(index).url)).toMatchObject({ prefecture: 14 });
        return (await looks()).every((count, table) => count > (before[table] ?? 0));
      },
      { timeout: 60_000, interval: 500 },
    );
  },
);

test('the primary is killed under load and the standby promoted: both go on there, and nothing acknowledged is lost', async () => {
  const reader = await openStream(1);
  const writers = items.map((item) => new Writer(at(address), run, item));
  const readers = processes.map(({ url }) => new SummaryReader(summaries, url));
  const saves = () => writers.reduce((sum, writer) => sum + writer.saves, 0);
  await vi.waitUntil(() => saves() >= 60, { timeout: 60_000, interval: 20 });

  const killedAt = performance.now();
  killAll(await database.primary.processes());
  await vi.waitUntil(() => writers.every(({ failures }) => failures.length > 0), { timeout: 60_000, interval: 20 });
  await database.promote();
  const promotedAt = performance.now();
  const everybody = [...writers, ...readers];
  await vi.waitUntil(() => everybody.every(({ last }) => last.at > promotedAt), { timeout: 60_000, interval: 20 });
  const resumedAt = Math.max(...everybody.map(({ last }) => last.at));
  const seconds = (from: number) => (resumedAt - from) / 1000;
  process.stderr.write(
    `all saved and read again ${seconds(killedAt).toFixed(1)} s after the kill, ${seconds(promotedAt).toFixed(1)} s after the promotion\n`,
  );
  expect(seconds(killedAt)).toBeLessThanOrEqual(longestAway);

  const before = saves();
  await vi.waitUntil(() => saves() >= before + 20, { timeout: 60_000, interval: 20 });
  expect((await Promise.all(writers.map((writer) => writer.end()))).flat(), 'acknowledged and lost').toEqual([]);
  for (const reader of readers) expect(await reader.end()).toEqual([{ id: facilityId, stage: 'open' }]);
  const failures = everybody.flatMap((one) => one.failures);
  expect(failures.filter((failure) => !/: 503 .*"try-later"|: 409 /.test(failure))).toEqual([]);
  expect(address.shares.every((share) => share > 0)).toBe(true);

  // A stream may end while the database is away; the browser opens it again where it was.
  const again = await openStream(1, { 'Last-Event-ID': reader.cursor });
  await at(processOf(0)).call('PUT', `${run}/answers/S1`, { value: '3', note: '', revision: 1 });
  await vi.waitUntil(() => again.answers.some(([item, value]) => item === 'S1' && value === '3'), { timeout: 40_000 });
  for (const one of [reader, again]) one.leave();
  const email = await invite(at(address));
  await mails.next(email);
  expect(mails.received.filter(({ recipient }) => recipient === email)).toHaveLength(1);
}, 240_000);

test('after the promotion both go on reading the region and the programme, with what was changed since', async () => {
  await pause(standbyRestMs);
  for (const [index, shows] of (['count', 'stage'] as const).entries()) {
    await consent(shows);
    expect(await seen(index)).toEqual(shows === 'stage' ? [{ id: facilityId, stage: 'open' }] : []);
    expect(await summaries.programme(processOf(index).url)).toMatchObject({ prefecture: 14 });
  }
});
