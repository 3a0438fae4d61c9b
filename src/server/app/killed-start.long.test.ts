import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRun, setUpInstallation } from './testing/installation.ts';
import { killBeginning, victims } from './testing/lasting/installation-under-kills.ts';
import { chanceOf, chosenSeed } from './testing/lasting/seeded.ts';
import { beginOwnProcess, startOwnProcess } from './testing/own-process.ts';

const seed = chosenSeed();
const chance = chanceOf(seed);
const longestStart = 2_000;
const endsWithinMs = 60_000;
const migrating = 'データベースを新しい版に合わせています';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mamori-killed-start-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const victim = () => victims[chance.below(2)] ?? victims[0];

/** Kills a first start some moments after it said `line`, or after its beginning. */
async function killFirstStart(line: string, afterMs: number): Promise<void> {
  const beginning = beginOwnProcess(dataDir);
  const { exited, started, said } = beginning;
  const over = Promise.race([exited, started]).then(() => true);
  while (!said().includes(line) && !(await Promise.race([over, pause(5, false)])));
  await pause(afterMs);
  const ended = await Promise.race([killBeginning(beginning, victim()), pause(endsWithinMs, 'neither')]);
  expect(ended, said()).not.toBe('neither');
}

test(`a first start killed while it makes its database and brings it to this version is done by the next one (MAMORI_SEED=${seed})`, async () => {
  for (let time = 0; time < 5; time += 1) {
    await killFirstStart('', chance.below(longestStart));
    await killFirstStart(migrating, chance.below(300));
  }
  const mamori = await startOwnProcess(dataDir);
  const clinic = { name: 'みなと診療所', type: 'clinic', beds: null } as const;
  const { caller, facilityId } = await setUpInstallation(mamori.url, mamori.setupLink ?? '', clinic);
  expect(await openRun(caller, facilityId, 'small-facility')).toContain(facilityId);
  expect(await mamori.stop()).toBe(0);
}, 240_000);
