import { afterAll, beforeAll, expect, test } from 'vitest';
import { InstallationUnderKills, victims } from './testing/lasting/installation-under-kills.ts';
import { chanceOf, chosenSeed } from './testing/lasting/seeded.ts';

const seed = chosenSeed();
const chance = chanceOf(seed);

let mamori: InstallationUnderKills;
beforeAll(async () => {
  mamori = await InstallationUnderKills.start(chance);
});
afterAll(async () => {
  expect(await mamori.stop()).toBe(0);
});

test.each(victims)(
  `nothing acknowledged is lost when SIGKILL hits %s, and the next start works unaided (MAMORI_SEED=${seed})`,
  async (victim) => {
    expect(await mamori.killUnderWriters(victim, 300 + chance.below(500))).toEqual([]);
    expect(await mamori.startAgain()).toEqual([]);
    expect(mamori.writers.acknowledged).toBeGreaterThan(0);
  },
  120_000,
);
