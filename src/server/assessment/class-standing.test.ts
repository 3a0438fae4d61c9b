import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addTestFacility } from '../app/testing/world.ts';
import { inFacility } from '../platform/database/transaction.ts';
import { saveSummary, standingIn } from './repository.ts';

type Compared = { readonly facilityId: string; readonly personId: string; readonly runId: string };

const facilities = 18;
const of = { sheetId: 'small-facility', type: 'clinic', bedClass: 'under-20' };
let server: TestServer;
let compared: readonly Compared[];
beforeAll(async () => {
  server = await startTestServer();
  const made: Compared[] = [];
  for (let index = 0; index < facilities; index += 1) {
    const facility = await addTestFacility(server, { name: `診療所${index}`, type: 'clinic', beds: 0 }, ['planner']);
    const runId = await begunRun(server, facility);
    made.push({ facilityId: facility.id, personId: facility.people.planner.id, runId });
  }
  compared = made;
});
afterAll(() => server.stop());

let fiscalYear = 1000;

/** How the first score stands among the others, counted by the database in a fiscal year of its own. */
async function standing(scores: readonly (number | null)[]) {
  fiscalYear += 1;
  const common = { fiscal_year: fiscalYear, sheet_id: of.sheetId, sheet_version: '1.0.0', level: null };
  const facilityClass = { facility_type: of.type, bed_class: of.bedClass, submitted_at: server.clock.now };
  for (const [index, score] of scores.entries()) {
    const { facilityId, personId, runId } = compared[index] ?? { facilityId: '', personId: '', runId: '' };
    const row = { ...common, ...facilityClass, facility_id: facilityId, run_id: runId, score };
    await inFacility(server.db, { facilityId, personId }, (tx) => saveSummary(tx, row));
  }
  const [mine] = compared;
  const score = scores[0] ?? 0;
  return mine && inFacility(server.db, mine, (tx) => standingIn(tx, { ...of, ...mine, fiscalYear, score }));
}

/** The number a share of the sorted numbers lies below, between two of them in proportion. */
function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

test('the database counts a class as brute force does, and tells nothing of fewer than ten others', async () => {
  const score = fc.constantFrom(0, 0.5, 1, 4 / 3, 1.5, 2, 24 / 11, 3);
  const others = fc.array(fc.option(score, { freq: 6 }), { minLength: 7, maxLength: facilities - 1 });
  await fc.assert(
    fc.asyncProperty(score, others, async (mine, rest) => {
      const scored = rest.filter((other) => other !== null);
      const counted = {
        others: scored.length,
        lower: scored.filter((other) => other < mine).length,
        ties: scored.filter((other) => other === mine).length,
        quartile_1: expect.closeTo(quantile(scored, 0.25), 10),
        median: expect.closeTo(quantile(scored, 0.5), 10),
        quartile_3: expect.closeTo(quantile(scored, 0.75), 10),
      };
      expect(await standing([mine, ...rest])).toEqual(scored.length >= 10 ? counted : undefined);
    }),
    { numRuns: 25 },
  );
});

test('a score whose last digits differ only by the order of the areas is level, not higher or lower', async () => {
  const [one, other] = [1.6126984126984123, 1.6126984126984127];
  const rest = [1, 1, 1, 1, 2, 2, 2, 2, 2];
  expect(await standing([one, other, ...rest])).toMatchObject({ others: 10, lower: 4, ties: 1 });
  expect(await standing([other, one, ...rest])).toMatchObject({ others: 10, lower: 4, ties: 1 });
});
