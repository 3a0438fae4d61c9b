import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Consent } from '#core/organisation/organisation.ts';
import type { Region } from '#core/region/contract.ts';
import { answeredRun } from '../app/testing/assessment-fixtures.ts';
import { enrolIn } from '../app/testing/organisation-world.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addTestFacility, makeWorld, type TestFacility, type World } from '../app/testing/world.ts';
import { inFacility, inOrganisation } from '../platform/database/transaction.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  world = await makeWorld(server);
});

const join = ({ id, people }: TestFacility, shows?: Consent) =>
  request(server, people['facility-administrator'], {
    method: 'PUT',
    path: `/facilities/${id}/memberships/${world.network.id}`,
    body: shows === undefined ? {} : { shows },
  });
const propose = ({ id }: TestFacility) =>
  request(server, world.network.people['organisation-administrator'], {
    method: 'POST',
    path: `/organisations/${world.network.id}/facilities`,
    body: { memberId: id },
  });
const region = async () =>
  (
    await request(server, world.network.people.supporter, {
      method: 'GET',
      path: `/organisations/${world.network.id}/region`,
    })
  ).body as Region;
const submit = async (facility: TestFacility) => {
  const path = await answeredRun(server, facility);
  await request(server, facility.people.planner, { method: 'POST', path: `${path}/submission` });
};
const rowsSeen = () =>
  inOrganisation(
    server.db,
    { organisationId: world.network.id, personId: world.network.people.supporter.id },
    async (tx) => ({
      stages: await tx.selectFrom('run_stage_summary').select('facility_id').execute(),
      scores: await tx.selectFrom('assessment_summary').select('facility_id').execute(),
      runs: await tx.selectFrom('activity').select('id').execute(),
    }),
  );

describe('the region page', () => {
  test('shows the stage of a member by default, and its score only after the facility says so', async () => {
    await join(world.here);
    expect((await region()).facilities).toMatchObject([{ id: world.here.id, stage: 'not-begun', score: null }]);
    await submit(world.here);
    expect((await region()).facilities).toMatchObject([{ stage: 'submitted', score: null, level: null }]);
    expect(await rowsSeen()).toEqual({ stages: [{ facility_id: world.here.id }], scores: [], runs: [] });
    await join(world.here, 'score');
    expect((await region()).facilities).toMatchObject([{ stage: 'submitted', score: 2 }]);
    await join(world.here, 'stage');
    expect((await region()).facilities).toMatchObject([{ score: null }]);
  });

  test('counts a member that agreed to no more, hides so small a number, and cannot even read its row', async () => {
    await join(world.here, 'count');
    await submit(world.here);
    expect(await region()).toMatchObject({
      facilities: [],
      unnamed: { facilities: null, stages: { 'not-begun': null, open: null, submitted: null } },
    });
    expect(await rowsSeen()).toEqual({ stages: [], scores: [], runs: [] });
  });

  test('tells where the members that are only counted stand, once that shows nobody’s', async () => {
    const of = {
      fiscal_year: 2026,
      sheet_id: 'hospital',
      facility_type: 'hospital',
      bed_class: '200-299',
      prefecture: 14,
    };
    const reached = async (stage: 'open' | 'submitted', { id, people }: TestFacility) =>
      inFacility(server.db, { facilityId: id, personId: people['facility-administrator'].id }, (tx) =>
        tx
          .insertInto('run_stage_summary')
          .values({ ...of, facility_id: id, stage, changed_at: server.clock.now })
          .execute(),
      );
    const counted = async (many: number, stage: 'not-begun' | 'open' | 'submitted') => {
      for (let made = 0; made < many; made += 1) {
        const facility = await addTestFacility(server, { name: `数だけの病院${made}` }, ['facility-administrator']);
        await join(facility, 'count');
        if (stage !== 'not-begun') await reached(stage, facility);
      }
    };
    const unnamed = async () => (await region()).unnamed;
    await counted(9, 'not-begun');
    expect((await unnamed()).facilities).toBeNull();
    await counted(1, 'not-begun');
    expect(await unnamed()).toEqual({ facilities: 10, stages: { 'not-begun': null, open: null, submitted: null } });
    await counted(12, 'open');
    await counted(9, 'submitted');
    expect(await unnamed()).toEqual({ facilities: 31, stages: { 'not-begun': null, open: 12, submitted: null } });
    await counted(2, 'submitted');
    expect(await unnamed()).toEqual({ facilities: 33, stages: { 'not-begun': 10, open: 12, submitted: 11 } });
    expect(await rowsSeen()).toEqual({ stages: [], scores: [], runs: [] });
  });

  test('tells how far audits were from the scores members show, of ten together and never of one', async () => {
    const audited = async ({ id, people }: TestFacility, difference: number, reported_at = server.clock.now) =>
      inFacility(server.db, { facilityId: id, personId: people['facility-administrator'].id }, (tx) =>
        tx.insertInto('audited_summary').values({ facility_id: id, reported_at, compared: 10, difference }).execute(),
      );
    const member = async (name: string, shows: Consent) => {
      const facility = await addTestFacility(server, { name }, ['facility-administrator']);
      await join(facility, shows);
      return facility;
    };
    expect((await region()).audited).toEqual({ facilities: 0, difference: null });
    await audited(await member('段階だけの病院', 'stage'), 3);
    await audited(await member('昨年度の病院', 'score'), 3, new Date('2026-03-31T14:59:59Z'));
    expect((await region()).audited).toEqual({ facilities: 0, difference: null });
    for (let made = 0; made < 9; made += 1) await audited(await member(`監査した病院${made}`, 'score'), 0.2);
    expect((await region()).audited).toEqual({ facilities: null, difference: null });
    await audited(await member('十番目の病院', 'score'), 1.2);
    expect((await region()).audited).toEqual({ facilities: 10, difference: 0.3 });
    const seen = { organisationId: world.network.id, personId: world.network.people.supporter.id };
    const rows = await inOrganisation(server.db, seen, (tx) => sql`select * from audited_summary`.execute(tx));
    expect(rows?.rows).toEqual([]);
  });

  test('shows nothing of a facility that was proposed and has not confirmed, nor of one that has left', async () => {
    await submit(world.here);
    expect((await propose(world.here)).status).toBe(204);
    expect(await region()).toMatchObject({ facilities: [], unnamed: { facilities: 0 } });
    expect(await rowsSeen()).toMatchObject({ stages: [] });
    await join(world.here);
    expect((await region()).facilities).toHaveLength(1);
    const path = `/facilities/${world.here.id}/memberships/${world.network.id}`;
    await request(server, world.here.people['facility-administrator'], { method: 'DELETE', path });
    expect((await region()).facilities).toEqual([]);
    expect(await rowsSeen()).toMatchObject({ stages: [] });
  });

  test('shows nothing to another network, and is not found for a prefecture', async () => {
    await join(world.here, 'score');
    await submit(world.here);
    const { otherNetwork, prefecture } = world;
    const path = `/organisations/${otherNetwork.id}/region`;
    const other = await request(server, otherNetwork.people.supporter, { method: 'GET', path });
    expect(other.body).toMatchObject({ facilities: [], unnamed: { facilities: 0 } });
    const own = { method: 'GET', path: `/organisations/${prefecture.id}/region` };
    expect(await request(server, prefecture.people.supporter, own)).toMatchObject({ status: 404 });
  });

  test('only the facility confirms: the organisation cannot write that it has', async () => {
    await propose(world.here);
    const forged = inOrganisation(
      server.db,
      { organisationId: world.network.id, personId: world.network.people.supporter.id },
      (tx) =>
        tx
          .updateTable('organisation_facility')
          .set({ confirmed_at: new Date(), confirmed_by: world.network.people.supporter.id, shows: 'score' })
          .executeTakeFirst(),
    );
    expect((await forged)?.numUpdatedRows).toBe(0n);
  });

  test('of a corporation shows its members as a network does', async () => {
    const corporation = await enrolIn(server, { kind: 'corporation', prefecture: null }, world.network.people);
    world = { ...world, network: corporation };
    expect((await propose(world.here)).status).toBe(204);
    expect(await region()).toMatchObject({ facilities: [], unnamed: { facilities: 0 } });
    await join(world.here);
    expect((await region()).facilities).toMatchObject([{ id: world.here.id, stage: 'not-begun', score: null }]);
    const programme = { method: 'GET', path: `/organisations/${corporation.id}/programme` };
    expect((await request(server, corporation.people['programme-officer'], programme)).status).toBe(404);
  });
});
