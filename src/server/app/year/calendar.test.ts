import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from '../testing/request.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../testing/world.ts';

let server: TestServer;
let world: World;
let at: string;

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  at = `/facilities/${world.here.id}`;
});
afterAll(() => server.stop());

const call = (by: TestPerson, method: string, path: string, body?: unknown) =>
  request(server, by, { method, path: `${at}${path}`, ...(body !== undefined && { body }) });
const make = async (by: TestPerson) => ((await call(by, 'POST', '/calendar')).body as { path: string }).path;
/** As a calendar program asks: by the address alone. */
const read = async (path: string) => {
  const answer = await fetch(server.url + path);
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
};
/** Long lines are folded after 75 bytes and go on behind a blank. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

const task = (title: string, dueOn: string, ownerId: string | null) => ({
  fiscalYear: 2026,
  title,
  ownerId,
  dueOn,
  status: 'todo',
  costPlanned: 0,
  costSpent: 0,
  personDays: 1,
  aim: '',
  measuredBy: '',
});

test('a calendar holds the days of the year and what is due as whole days, with words that break no line', async () => {
  const { planner } = world.here.people;
  await call(planner, 'PUT', '/year', { step: 'drill', dueOn: '2026-12-14' });
  await call(planner, 'POST', '/tasks', task('更新;する,BEGIN:VALARM', '2026-12-05', null));
  const { status, type, text } = await read(await make(planner));
  expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
  const lines = linesOf(text);
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines).toContain('DTSTART;VALUE=DATE:20261214');
  expect(lines).toContain('SUMMARY:期限：訓練（1年の流れ）');
  expect(lines).toContain('DTSTART;VALUE=DATE:20261205');
  expect(lines).toContain('SUMMARY:期限：更新\\;する\\,BEGIN:VALARM（取り組み）');
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(8);
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
});

test('staff find in theirs what is theirs', async () => {
  const { staff, planner } = world.here.people;
  await call(planner, 'POST', '/tasks', task('職員の仕事', '2026-12-06', staff.id));
  const { text } = await read(await make(staff));
  expect(text).toContain('職員の仕事');
  expect(text).not.toContain('更新');
});

test('the own days stand in a calendar behind however many of others', async () => {
  const { planner, operator } = world.here.people;
  for (let n = 0; n < 100; n += 1) await call(planner, 'POST', '/tasks', task(`仕事${n}`, '2026-12-03', null));
  await call(planner, 'POST', '/tasks', task('自分の遅い仕事', '2026-12-30', operator.id));
  expect((await read(await make(operator))).text).toContain('自分の遅い仕事');
});

test('a new link ends the one before, and the person ends the last one', async () => {
  const { operator } = world.here.people;
  const [first, second] = [await make(operator), await make(operator)];
  expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
  expect((await call(operator, 'GET', '/calendar')).body).toMatchObject({ madeAt: expect.any(String) });
  expect((await call(operator, 'DELETE', '/calendar')).status).toBe(204);
  expect((await read(second)).status).toBe(404);
  expect((await call(operator, 'GET', '/calendar')).body).toBeNull();
});

test('who is taken out of the facility has no calendar there, not even after coming back', async () => {
  const { auditor, 'facility-administrator': administrator } = world.here.people;
  const path = await make(auditor);
  expect((await read(path)).status).toBe(200);
  await call(administrator, 'DELETE', `/members/${auditor.id}`);
  expect((await read(path)).status).toBe(404);
});

test('no other text opens a calendar', async () => {
  const path = await make(world.here.people.planner);
  const other = path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  expect((await read(other)).status).toBe(404);
  expect((await read('/api/v1/calendars/x')).status).toBe(400);
});
