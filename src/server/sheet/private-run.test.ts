import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from '../app/testing/request.ts';
import { begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addTestFacility, type TestFacility } from '../app/testing/world.ts';

let server: TestServer;
let here: TestFacility;
beforeAll(async () => {
  server = await startTestServer();
  here = await addTestFacility(server, { name: 'みなと総合病院' });
});
afterAll(() => server.stop());

const loggedOn = async (subject: string) => {
  const path = `/facilities/${here.id}/activity?subject=${subject}`;
  const log = await request(server, here.people.auditor, { method: 'GET', path });
  return (log.body as { entries: { act: string; detail: object }[] }).entries;
};

test('the log tells that an executive answers the own run, and not which item', async () => {
  const { executive, planner } = here.people;
  const own = await begunRun(server, here, 'executive', executive);
  const path = `/facilities/${here.id}/runs/${own}`;
  const body = { value: '1', note: '', revision: 0 };
  const saved = await request(server, executive, { method: 'PUT', path: `${path}/answers/E1-1`, body });
  expect(saved.status).toBe(200);
  const answers = [{ itemId: 'E1-2', value: '1', note: '' }];
  await request(server, executive, { method: 'POST', path: `${path}/self-check`, body: { answers } });
  const entries = await loggedOn(own);
  expect(entries.map(({ act }) => act)).toEqual(expect.arrayContaining(['sheet.answered', 'sheet.answers-taken']));
  expect(JSON.stringify(entries)).not.toMatch(/E1-|revision/);
  const shared = await begunRun(server, here);
  const item = `/facilities/${here.id}/runs/${shared}/answers/S1`;
  await request(server, planner, { method: 'PUT', path: item, body });
  expect(await loggedOn(shared)).toContainEqual(expect.objectContaining({ detail: { item: 'S1', revision: 1 } }));
});

test('whoever begin a run at the same moment open one, and one beginning is in the log', async () => {
  const { planner, operator } = here.people;
  const people = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? planner : operator));
  for (const sheet of ['network-level', 'hospital'] as const) {
    const begun = await Promise.all(people.map((person) => begunRun(server, here, sheet, person)));
    expect(new Set(begun).size).toBe(1);
    expect((await loggedOn(begun[0] ?? '')).map(({ act }) => act)).toEqual(['sheet.begun']);
  }
});
