import { afterAll, beforeAll, expect, test } from 'vitest';
import { InstallationUnderKills, victims } from './testing/lasting/installation-under-kills.ts';
import { chanceOf, chosenSeed } from './testing/lasting/seeded.ts';

const kills = Number(process.env.MAMORI_KILLS ?? 100);
const seed = chosenSeed();
const chance = chanceOf(seed);
const longestWriting = 600;
const longestStart = 2_500;

let mamori: InstallationUnderKills;
beforeAll(async () => {
  console.log(`MAMORI_SEED=${seed} MAMORI_KILLS=${kills}`);
  mamori = await InstallationUnderKills.start(chance);
});
afterAll(async () => {
  expect(await mamori.stop()).toBe(0);
});

test(`${kills} kills at random moments under 20 writers: nothing acknowledged is lost, no file is half there, each next start works unaided (MAMORI_SEED=${seed})`, async () => {
  for (let number = 1; number <= kills; number += 1) {
    const victim = victims[number % 2] ?? victims[0];
    const told = await mamori.killUnderWriters(victim, chance.below(longestWriting));
    expect(told, `told around kill ${number} of ${victim}`).toEqual([]);
    if (chance.below(8) === 0)
      await mamori.killStarting(victims[chance.below(2)] ?? victims[0], chance.below(longestStart));
    expect(await mamori.startAgain(), `after kill ${number} of ${victim}`).toEqual([]);
  }
  expect(await mamori.brokenFiles()).toEqual([]);
  expect(await mamori.activityVerified()).toBe(0);
  expect(mamori.writers.acknowledged).toBeGreaterThan(kills);
}, 1_800_000);
