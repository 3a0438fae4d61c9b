import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { patient } from '../platform/testing/patient.ts';
import { asSuperuser, countedYear, tallyCounts } from './testing/tally-counts.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const name = '競う病院';
const register = `insert into facility (id, name, prefecture, type, type_guessed, beds)
  select gen_random_uuid(), '${name}', 14, 'hospital', false, 120`;
const begin = `insert into run_stage_summary
  select id, ${countedYear}, 'hospital', 'open', type, bed_class_of(beds), prefecture, now() from facility where name = '${name}'`;
const changeClass = `update facility set type = 'clinic-with-beds', beds = 12 where name = '${name}'`;
const ofIt = `where facility_id = (select id from facility where name = '${name}')`;
const moveStages = `update run_stage_summary set facility_type = 'clinic-with-beds', bed_class = 'under-20' ${ofIt}`;
const submit = `update run_stage_summary set stage = 'submitted' ${ofIt}`;

beforeEach(() =>
  asSuperuser(server, async (client) => {
    await client.query(`delete from run_stage_summary ${ofIt}`);
    await client.query('delete from leaving');
    await client.query(`delete from facility where name = '${name}'`);
    await client.query(register);
    await client.query('select recount_tallies()');
  }),
);

/** Goes on once the other's statement is over, or waits for a lock. */
async function underWay(watcher: pg.Client, other: pg.Client, statement: Promise<unknown>): Promise<void> {
  let over = false;
  void statement.then(
    () => {
      over = true;
    },
    () => {
      over = true;
    },
  );
  const { processID } = other as pg.Client & { readonly processID: number };
  await vi.waitUntil(
    async () =>
      over || (await watcher.query('select from pg_locks where not granted and pid = $1', [processID])).rowCount,
    patient,
  );
}

/** Two transactions at once: the first goes on with `then` once the second, a statement, is done or waits. */
async function race(first: readonly string[], second: string, then: readonly string[] = []): Promise<void> {
  await asSuperuser(server, (one) =>
    asSuperuser(server, async (other) => {
      await one.query('begin');
      for (const statement of first) await one.query(statement);
      const statement = other.query(second);
      await underWay(one, other, statement);
      for (const each of then) await one.query(each);
      await one.query('commit');
      await statement;
      const { tallied, counted } = await tallyCounts(server, one);
      expect(tallied).toEqual(counted);
    }),
  );
}

test('a first run begun while the class of the facility changes counts under the class it has then', () =>
  race([changeClass], begin));

test('a class that changes while the first run is begun takes that run along', () => race([begin], changeClass));

test('a class that changes while all runs are taken away is left none of them', async () => {
  await asSuperuser(server, (client) => client.query(begin));
  await race([changeClass], `delete from run_stage_summary ${ofIt}`);
});

test('who edits a profile, facility first and stages then, and who submits meanwhile do not wait for each other', async () => {
  await asSuperuser(server, (client) => client.query(begin));
  await race([changeClass], submit, [moveStages]);
  await asSuperuser(server, async (client) => {
    const { rows } = await client.query(`select stage, bed_class from run_stage_summary ${ofIt}`);
    expect(rows).toEqual([{ stage: 'submitted', bed_class: 'under-20' }]);
  });
});

test('who begins holds the row of the facility, as the server does, and who edits the profile comes after', () =>
  race([`select from facility where name = '${name}' for no key update`, begin], changeClass));

describe('a list of more facilities than there is room for locks', () => {
  const listed = '並ぶ病院';
  const ofList = `where name in ('${name}', '${listed}')`;
  const moveList = (beds: number) => `update facility set type = 'clinic-with-beds', beds = ${beds} ${ofList}`;
  const beginAll = (where: string, sheet: string) => `insert into run_stage_summary
    select id, ${countedYear}, '${sheet}', 'open', type, bed_class_of(beds), prefecture, now() from facility ${where}`;
  const leave = `select erase_left((select id from facility where name = '${name}'), 10, now())`;
  const makeLeave = `with p as (insert into person (id, name) values (gen_random_uuid(), '管理者') returning id)
    insert into leaving (facility_id, announced_by, announced_at, due_at, erasing_at)
    select f.id, p.id, now() - interval '31 days', now(), now() from facility f, p where f.name = '${name}'`;

  beforeEach(() =>
    asSuperuser(server, async (client) => {
      await client.query(`delete from run_stage_summary where facility_id in (select id from facility ${ofList})`);
      await client.query(`delete from facility where name = '${listed}'`);
      await client.query(`${register.replace(name, listed)} from generate_series(1, 150)`);
    }),
  );

  test.each([
    ['one begins after it', [moveList(12)], begin],
    ['one begins before it', [begin], moveList(12)],
    ['all begin before it', [beginAll(ofList, 'hospital')], moveList(12)],
  ])('moves, and %s', (_, first, second) => race(first, second));

  test.each([
    ['after', [moveList(12)], leave],
    ['before', [leave], moveList(12)],
  ])('moves, and one leaves %s it', async (_, first, second) => {
    await asSuperuser(server, async (client) => {
      await client.query(begin);
      await client.query(makeLeave);
    });
    await race(first, second);
    await asSuperuser(server, async (client) => {
      expect((await client.query(`select from run_stage_summary ${ofIt}`)).rowCount).toBe(0);
    });
  });

  test('begins while one of them begins its other sheet', () =>
    race([beginAll(ofList, 'hospital')], beginAll(`where name = '${name}'`, 'small-facility')));

  test('moves while one of them edits its profile and submits, and none waits for ever', async () => {
    await asSuperuser(server, (client) => client.query(begin));
    await race([changeClass], moveList(30), [moveStages, submit]);
  });
});

test('two that add the tally up at once lose nothing and do not wait for each other', async () => {
  await asSuperuser(server, (client) => client.query(begin));
  await race(['select fold_tallies()'], 'select fold_tallies()');
  await race([submit, 'select fold_tallies()'], 'select fold_tallies()', [moveStages]);
});

test('what lets the counting functions see every facility ends with them', () =>
  asSuperuser(server, async (client) => {
    await client.query('begin');
    for (const statement of [begin, changeClass, submit]) {
      await client.query(statement);
      const { rows } = await client.query("select coalesce(current_setting('app.counting', true), '') as counting");
      expect(rows).toEqual([{ counting: '' }]);
    }
    await client.query('rollback');
  }));
