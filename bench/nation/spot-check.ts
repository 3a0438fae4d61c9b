import { isDeepStrictEqual } from 'node:util';
import type { ResultView } from '#core/assessment/contract.ts';
import { loadAnswered } from '../../src/server/assessment/answered-run.ts';
import { computeResult } from '../../src/server/assessment/compute-result.ts';
import { loadCatalogue } from '../../src/server/catalogue/index.ts';
import { openDatabase } from '../../src/server/platform/database/connect.ts';
import { openPool } from '../../src/server/platform/database/pool.ts';
import { inFacility } from '../../src/server/platform/database/transaction.ts';
import type { FacilityContext } from '../../src/server/platform/http/context.ts';
import { findRun } from '../../src/server/sheet/index.ts';
import { atMost, type Row } from '../row.ts';
import type { Place, Places } from './places.ts';
import type { World } from './world.ts';

async function shown({ url }: World, { main, cookie }: Place): Promise<ResultView> {
  const response = await fetch(`${url}/api/v1${main}/result`, { headers: { cookie } });
  return (await response.json()) as ResultView;
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

/** What the server computes from the stored answers of a run, as it does when the run is submitted. */
async function computed(world: World, place: Place) {
  const { app } = await openDatabase({ dataDir: world.dataDir, say: () => undefined, purpose: 'command' });
  const { db, close } = openPool(app, () => undefined);
  const { facilityId } = place;
  const personId = place.cookie.split('bench-')[1] ?? '';
  const catalogue = loadCatalogue();
  try {
    return await inFacility(db, { facilityId, personId }, async (tx) => {
      const run = await findRun(tx, facilityId, place.main.split('/').at(-1) ?? '');
      if (!run) throw new Error(`no run ${place.main}`);
      const context = { tx, facilityId } as FacilityContext;
      return computeResult(context, catalogue, await loadAnswered(context, catalogue, run));
    });
  } finally {
    await close();
  }
}

/** Whether what was filled is what the product would have stored: results of drawn runs, computed anew from their answers. */
export async function spotCheck(world: World, { hospitals, small }: Places): Promise<Row> {
  const places = [...hospitals, ...small];
  const different: string[] = [];
  for (const place of places) {
    const [view, own] = [await shown(world, place), await computed(world, place)];
    const { result, previous } = plain(own ?? {});
    if (!isDeepStrictEqual(view.result, result) || !isDeepStrictEqual(view.previous, previous))
      different.push(place.main);
  }
  return atMost(0, {
    name: 'filled results that differ from what the server computes',
    value: different.length,
    unit: `of ${places.length}`,
    raw: { different },
  });
}
