import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../catalogue/index.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { fillRegion } from './fill-region.ts';
import { openDemo } from './open-demo.ts';
import { FilledRegion } from './testing/filled-region.ts';
import { leadingAssessment } from './testing/leading-assessment.ts';
import { leadingRegister } from './testing/leading-register.ts';
import { leadingWork } from './testing/leading-work.ts';
import { regionFacilities } from './testing/region-facilities.ts';
import { regionResults, regionWork } from './testing/region-results.ts';

// Filling takes long: all that is said of the region is said of one, in one file; what is looked at stands in testing/.
const region = new FilledRegion();
const told: string[] = [];

async function fillAndBreakOff(): Promise<void> {
  const breakOff = () => {
    throw new Error('broken off');
  };
  const filling = fillRegion({ ...region.parts, catalogue: loadCatalogue() }, breakOff);
  await expect(filling).rejects.toThrow('broken off');
}

beforeAll(async () => {
  await region.open(async ({ server, parts }) => {
    await asSystem(server.db, (tx) =>
      tx.insertInto('system_event').values({ id: crypto.randomUUID(), act: 'demo.begun', subject: null }).execute(),
    );
    await fillAndBreakOff();
    return openDemo({ ...parts, say: (line) => told.push(line) });
  });
});
afterAll(region.stop);

describe('a filling that was broken off', () => {
  test('is completed at the next start, without a second facility, person or run', async () => {
    const facilities = await asSystem(region.server.db, (tx) => tx.selectFrom('facility').select('name').execute());
    expect(new Set(facilities.map(({ name }) => name)).size).toBe(facilities.length);
    expect(facilities).toHaveLength(87);
    const people = await asSystem(region.server.db, (tx) =>
      tx.selectFrom('person').select('id').where('contact_of', 'is', null).execute(),
    );
    expect(people).toHaveLength(251);
  });

  test('tells how far it has come', () => {
    expect(told).toEqual(expect.arrayContaining([expect.stringContaining('87施設のうち80施設')]));
  });
});

test('a region that is filled is left as it is', async () => {
  const before = await region.summaries();
  const lines: string[] = [];
  const again = await openDemo({ ...region.parts, say: (line) => lines.push(line) });
  expect(again).toHaveLength(region.links.length);
  expect(lines).toEqual([]);
  await fillRegion({ ...region.parts, catalogue: loadCatalogue() }, () => undefined);
  expect(await region.summaries()).toEqual(before);
});

describe.each([
  ['the facilities', regionFacilities],
  ['the results of three years', regionResults],
  ['the region', regionWork],
  ['the leading hospital', [...leadingAssessment, ...leadingWork, ...leadingRegister]],
] as const)('%s', (_, checks) => {
  test.each(checks)('%s', (_says, holds) => holds(region));
});
