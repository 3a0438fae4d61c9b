import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Answer } from '#core/sheet/run.ts';
import { killAll } from '../platform/database/testing/process-tree.ts';
import { type Caller, openRun, setUpInstallation } from './testing/installation.ts';
import { descendantsOf, type OwnProcess, startOwnProcess } from './testing/own-process.ts';

type Acknowledged = { readonly value: string; readonly revision: number };

const items = ['S1', 'S2', 'S3', 'S4-1', 'S4-2', 'S5-1', 'S5-2', 'S6'];
let dataDir: string;
let mamori: OwnProcess;
let caller: Caller;
let runPath: string;
const acknowledged = new Map<string, Acknowledged>();

/** Saves one item again and again until the server is gone; only what was acknowledged counts. */
async function writeUntilKilled(item: string) {
  for (;;) {
    const { value = '0', revision = 0 } = acknowledged.get(item) ?? {};
    const next = String((Number(value) + 1) % 4);
    try {
      const saved: Answer = await caller.call('PUT', `${runPath}/answers/${item}`, { value: next, note: '', revision });
      acknowledged.set(item, { value: next, revision: saved.revision });
    } catch {
      return;
    }
  }
}

/** Saves acknowledged before a kill, so that there is something to lose on the slowest machine. */
const fewestSaves = 40;
const savesSoFar = () => [...acknowledged.values()].reduce((sum, { revision }) => sum + revision, 0);

const kills = {
  'the process group of Node': (pid: number) => process.kill(-pid, 'SIGKILL'),
  'guard, postmaster and all backends together': (pid: number) => killAll(descendantsOf(pid)),
} as const;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mamori-lasting-'));
  mamori = await startOwnProcess(dataDir);
  const clinic = { name: 'みなと診療所', type: 'clinic', beds: null } as const;
  const made = await setUpInstallation(mamori.url, mamori.setupLink ?? '', clinic);
  caller = made.caller;
  runPath = await openRun(caller, made.facilityId, 'small-facility');
}, 60_000);
afterAll(async () => {
  expect(await mamori.stop()).toBe(0);
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

test.each([
  'the process group of Node',
  'guard, postmaster and all backends together',
  'the process group of Node',
  'guard, postmaster and all backends together',
] as const)(
  'no acknowledged answer is lost when SIGKILL hits %s, and the next start works unaided',
  async (victim) => {
    const before = savesSoFar();
    const writers = items.map(writeUntilKilled);
    await vi.waitUntil(() => savesSoFar() >= before + fewestSaves, { timeout: 30_000, interval: 20 });
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 500));
    kills[victim](mamori.pid);
    await mamori.exited;
    await Promise.all(writers);
    mamori = await startOwnProcess(dataDir);
    caller.url = mamori.url;
    const { answers }: { answers: Answer[] } = await caller.call('GET', runPath);
    const stored = new Map(answers.map((answer) => [answer.itemId, answer]));
    for (const [item, { value, revision }] of acknowledged) {
      const answer = stored.get(item);
      expect(answer?.revision, item).toBeGreaterThanOrEqual(revision);
      if (answer?.revision === revision) expect(answer.value, item).toBe(value);
      if (answer) acknowledged.set(item, { value: answer.value ?? '0', revision: answer.revision });
    }
  },
  90_000,
);
