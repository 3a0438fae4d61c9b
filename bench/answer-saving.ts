import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { openRun } from '../src/server/app/testing/installation.ts';
import { hashToken } from '../src/server/identity/secret-token.ts';
import type { Tables } from '../src/server/platform/database/tables.ts';
import type { LoadCall } from './caller.ts';
import { atLeast, type Row } from './row.ts';
import { sendLoad } from './send-load.ts';
import type { Stage } from './stage.ts';

const writers = 8;
const savesEach = 150;
const rounds = 5;
const warmUp = 2;
const itemIds = ['S1', 'S2', 'S3', 'S4-1', 'S4-2', 'S5-1', 'S5-2', 'S6'];

type Place = { readonly token: Buffer; readonly facilityId: string; readonly runId: string; readonly personId: string };

/** The least a saved answer costs: the fixed statements, over the same pool, with nothing around them. */
async function bareSave(
  db: Kysely<Tables>,
  { token, facilityId, runId, personId }: Place,
  item: string,
  revision: number,
) {
  await sql`select * from find_session(${token}, ${facilityId}::uuid, now(), now() - interval '1 hour')`.execute(db);
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('app.facility_id', ${facilityId}, true), set_config('app.person_id', ${personId}, true)`.execute(
      tx,
    );
    await sql`select id from run where facility_id = ${facilityId} and id = ${runId} for no key update`.execute(tx);
    await sql`insert into activity (facility_id, id, person_id, act, subject)
      values (${facilityId}, ${randomUUID()}, ${personId}, 'bench.saved', ${runId})`.execute(tx);
    await sql`insert into answer (facility_id, run_id, item_id, value, note, revision, answered_by)
      values (${facilityId}, ${runId}, ${item}, ${String(revision % 4)}, '', ${revision}, ${personId})
      on conflict (facility_id, run_id, item_id) do update set value = excluded.value, revision = excluded.revision`.execute(
      tx,
    );
  });
}

async function bareThroughput(db: Kysely<Tables>, place: Place): Promise<number> {
  const begun = performance.now();
  await Promise.all(
    itemIds.map(async (item) => {
      for (let save = 1; save <= savesEach; save += 1) await bareSave(db, place, item, save);
    }),
  );
  return (writers * savesEach) / ((performance.now() - begun) / 1000);
}

async function wholeThroughput({ url, caller }: Stage, runPath: string, round: number): Promise<number> {
  const lines = itemIds.map((item) =>
    Array.from({ length: savesEach }, (_, save): LoadCall => {
      const revision = round * savesEach + save;
      return {
        method: 'PUT',
        path: `${runPath}/answers/${item}`,
        body: { value: String(save % 4), note: '', revision },
      };
    }),
  );
  const { total } = await sendLoad({ url, cookie: caller.cookie, lines });
  return (writers * savesEach) / (total / 1000);
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** DESIGN §9: an answer through the whole stack at half the throughput of its bare statements or better. */
export async function benchAnswerSaving(stage: Stage): Promise<readonly Row[]> {
  const { db, caller, facilityId } = stage;
  const bareRun = await openRun(caller, facilityId, 'network-level');
  const wholeRun = await openRun(caller, facilityId, 'small-facility');
  const { person } = await caller.call('GET', '/session');
  const runId = bareRun.split('/').at(-1) ?? '';
  const place = { token: hashToken(caller.cookie.split('=')[1] ?? ''), facilityId, runId, personId: person.id };
  const whole: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    whole.push(await wholeThroughput(stage, wholeRun, round));
    bare.push(await bareThroughput(db, place));
  }
  const value = median(whole.map((saves, round) => saves / (bare[round] ?? saves)).slice(warmUp));
  const raw = { writers, savesEach, warmUp, savesPerSecond: whole, bareSavesPerSecond: bare };
  return [atLeast(0.5, { name: 'answer saving through the whole stack', value, unit: 'of the bare statements', raw })];
}
