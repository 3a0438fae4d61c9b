import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '#core/app/contract.ts';
import { endpointsOf } from '../platform/http/endpoints.ts';
import type { EndpointName } from './testing/fixture.ts';
import { fixtures } from './testing/fixtures.ts';
import { holderOf } from './testing/holder.ts';
import { request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { makeWorld, type World } from './testing/world.ts';

/** Calls at a facility that leave no line, each with the reason. */
const unrecorded: Readonly<Record<string, string>> = {
  'plan.make': 'saves nothing',
  'plan.frontier': 'saves nothing',
  'compliance.takeProposals': 'nothing is proposed; `compliance.test.ts` sees its line where something is',
  'plan.takeDerived': 'nothing is finished; `derived-answers.test.ts` sees its line where something is',
  'sheet.carryOver': 'there is nothing to carry over; `private-run.test.ts` sees its line where there is',
  'sheet.moveRun': 'the run has the version already; `move-run.test.ts` sees its line where it goes over',
  'sheet.takeWorkbook': 'the file changes nothing; `private-run.test.ts` sees its line where it does',
};

const writes = endpointsOf(contract)
  .filter(({ access, method }) => access.kind === 'facility' && method !== 'GET')
  .map(({ name }) => name as EndpointName);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const linesOf = ({ here }: World) =>
  server.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.facility_id', ${here.id}, true)`.execute(tx);
    const rows = await tx.selectFrom('activity').select('id').execute();
    return rows.length;
  });

test.each(writes.filter((name) => !(name in unrecorded)))('%s leaves its line in the log', async (name) => {
  const world = await makeWorld(server);
  const fixture = fixtures[name];
  const call = await fixture.call(server, world, fixture.as);
  const person = fixture.person ? await fixture.person(server, world) : holderOf(fixture.as, world);
  const before = await linesOf(world);
  expect((await request(server, person, call)).status).toBeLessThan(300);
  expect(await linesOf(world)).toBeGreaterThan(before);
});
