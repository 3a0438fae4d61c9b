import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { request } from '../app/testing/request.ts';
import { answerAll, begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addTestFacility, makeWorld, type TestFacility, type TestPerson } from '../app/testing/world.ts';
import { asPerson, inFacility } from '../platform/database/transaction.ts';
import { Stage } from './testing/stage.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

const newClinic = () => addTestFacility(server, { name: 'みなと診療所', type: 'clinic', beds: null });
const get = (person: TestPerson, path: string) => request(server, person, { method: 'GET', path });
const remove = ({ id, people }: TestFacility, person: { readonly id: string }, by = people['facility-administrator']) =>
  request(server, by, { method: 'DELETE', path: `/facilities/${id}/members/${person.id}` });
const assign = ({ id, people }: TestFacility, run: string, area: string, person: TestPerson) => {
  const path = `/facilities/${id}/runs/${run}/areas/${area}/assignment`;
  return request(server, people.planner, { method: 'PUT', path, body: { personId: person.id } });
};
const assignedIn = async ({ id, people }: TestFacility, run: string) =>
  ((await get(people.planner, `/facilities/${id}/runs/${run}`)).body as { assignments: unknown[] }).assignments;

describe('a person taken out of a facility', () => {
  it('gets no further there at once, and the log says who was taken out', async () => {
    const here = await newClinic();
    const { operator, auditor, 'facility-administrator': administrator } = here.people;
    expect(await remove(here, operator)).toMatchObject({ status: 204 });
    expect(await get(operator, `/facilities/${here.id}/runs`)).toMatchObject({ status: 404 });
    expect(await get(operator, '/session')).toMatchObject({ status: 200, body: { facilities: [] } });
    const members = (await get(administrator, `/facilities/${here.id}/members`)).body as { personId: string }[];
    expect(members.map(({ personId }) => personId)).not.toContain(operator.id);
    const log = await get(auditor, `/facilities/${here.id}/activity?subject=${operator.id}`);
    expect(log.body).toMatchObject({
      entries: [{ act: 'identity.member-removed', person: { id: administrator.id }, detail: { roles: 'operator' } }],
    });
    expect(await remove(here, operator)).toMatchObject({ status: 404 });
  });

  it('is still named beside what the person did', async () => {
    const here = await newClinic();
    const { operator, planner, auditor } = here.people;
    const run = `/facilities/${here.id}/runs/${await begunRun(server, here)}`;
    const body = { value: '2', note: '', revision: 0 };
    await request(server, operator, { method: 'PUT', path: `${run}/answers/S1`, body });
    await remove(here, operator);
    const named = { answeredBy: { id: operator.id, name: operator.name } };
    expect((await get(planner, run)).body).toMatchObject({ answers: [{ itemId: 'S1', ...named }] });
    expect((await get(planner, `${run}/answers/S1/history`)).body).toMatchObject([named]);
    const log = (await get(auditor, `/facilities/${here.id}/activity?personId=${operator.id}`)).body;
    expect(log).toMatchObject({ entries: [{ act: 'sheet.answered', person: { name: operator.name } }] });
  });

  it('holds no area of an open run any more, and keeps the name at those of a submitted one', async () => {
    const here = await newClinic();
    const { staff, planner, operator } = here.people;
    const [submitted, open] = [await begunRun(server, here), await begunRun(server, here, 'network-level')];
    await assign(here, submitted, 'S8', staff);
    await assign(here, open, 'media', staff);
    await assign(here, open, 'external', operator);
    await answerAll(server, { facility: here, runId: submitted, sheetId: 'small-facility', person: planner });
    await request(server, planner, { method: 'POST', path: `/facilities/${here.id}/runs/${submitted}/submission` });
    expect(await assignedIn(here, open)).toHaveLength(2);
    await remove(here, staff);
    expect(await assignedIn(here, open)).toMatchObject([{ person: { id: operator.id } }]);
    expect(await assignedIn(here, submitted)).toMatchObject([{ areaId: 'S8', person: { name: staff.name } }]);
    expect(await assign(here, open, 'media', staff)).toMatchObject({ status: 404 });
  });

  it('may be an executive, who finds the own run again when coming back', async () => {
    const here = await newClinic();
    const stage = new Stage(server, { ...(await makeWorld(server)), here });
    const run = await begunRun(server, here, 'executive', here.people.executive);
    expect(await remove(here, here.people.executive)).toMatchObject({ status: 204 });
    const token = await stage.invited(['executive'], here);
    expect(await stage.post(here.people.executive, '/invitation/joining', { token })).toMatchObject({ status: 200 });
    expect(await begunRun(server, here, 'executive', here.people.executive)).toBe(run);
    const left = await inFacility(server.db, { facilityId: here.id, personId: here.people.staff.id }, (tx) =>
      tx.selectFrom('former_member').select('person_id').execute(),
    );
    expect(left).toEqual([]);
  });
});

describe('nobody is taken out', () => {
  it('who is the last administrator', async () => {
    const here = await newClinic();
    const administrator = here.people['facility-administrator'];
    const reply = await remove(here, administrator);
    expect(reply).toMatchObject({ status: 409, body: { code: 'identity/last-administrator' } });
    expect((await get(administrator, `/facilities/${here.id}/members`)).status).toBe(200);
  });

  it('when two administrators take each other out at the same moment, both at once', async () => {
    const here = await newClinic();
    const { 'facility-administrator': one, planner: other } = here.people;
    const path = `/facilities/${here.id}/members/${other.id}`;
    await request(server, one, { method: 'PUT', path, body: { roles: ['facility-administrator'] } });
    const replies = await Promise.all([remove(here, other, one), remove(here, one, other)]);
    expect(replies.map(({ status }) => status).toSorted()).not.toEqual([204, 204]);
    expect(replies.map(({ status }) => status)).toContain(204);
  });

  it('of another facility', async () => {
    const [here, elsewhere] = [await newClinic(), await newClinic()];
    expect(await remove(here, elsewhere.people.staff)).toMatchObject({ status: 404 });
    expect((await get(elsewhere.people.staff, `/facilities/${elsewhere.id}/runs`)).status).toBe(200);
  });

  it('by the database outside of the facility, not even by the person', async () => {
    const { id, people } = await newClinic();
    const mine = { personId: people.staff.id };
    const ended = asPerson(server.db, mine, (tx) =>
      sql`delete from member where person_id = ${mine.personId}`.execute(tx),
    );
    expect((await ended).numAffectedRows).toBe(0n);
    const seen = await asPerson(server.db, mine, (tx) =>
      tx.selectFrom('member').select('facility_id').where('person_id', '=', mine.personId).execute(),
    );
    expect(seen).toEqual([{ facility_id: id }]);
  });
});
