import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Evidence } from '#core/evidence/contract.ts';
import type { TaskComment } from '#core/plan/task-comment.ts';
import { addedTask } from '../app/testing/plan-fixtures.ts';
import { type Call, request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { withClient } from '../platform/database/with-client.ts';
import { png } from '../platform/files/testing/sample-files.ts';

let server: TestServer;
let world: World;
let path: string;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  path = await addedTask(server, world.here);
});
afterAll(() => server.stop());

const by = (person: TestPerson, call: Call) => request(server, person, call);
const write = (person: TestPerson, body: string) =>
  by(person, { method: 'POST', path: `${path}/comments`, body: { body } });
const comments = async () =>
  ((await by(world.here.people.auditor, { method: 'GET', path })).body as { comments: TaskComment[] }).comments;
const inside = <Found>(work: (client: pg.Client) => Promise<Found>) =>
  withClient(server.database.owner, async (client) => {
    await client.query("select set_config('app.facility_id', $1, false)", [world.here.id]);
    return work(client);
  });
const upload = (at: string): Call => ({
  method: 'POST',
  path: `${at}/evidence?name=${encodeURIComponent('議事録.png')}`,
  bytes: { content: png, type: 'image/png' },
});

test('people write to each other about a task, and take back only their own words', async () => {
  const { planner, staff, auditor } = world.here.people;
  expect(await write(planner, ' 見積もりを取りました。 ')).toMatchObject({ status: 201 });
  server.clock.now = new Date(server.clock.now.getTime() + 1_000);
  const { id } = (await write(staff, '鍵の置き場所は…')).body as TaskComment;
  expect((await comments()).map(({ body }) => body)).toEqual(['見積もりを取りました。', '鍵の置き場所は…']);
  const remove = { method: 'DELETE', path: `${path}/comments/${id}` } as const;
  expect(await by(planner, remove)).toMatchObject({ status: 403 });
  expect(await by(staff, remove)).toMatchObject({ status: 204 });
  expect(await by(staff, remove)).toMatchObject({ status: 204 });
  expect((await comments()).map(({ body, removedAt }) => [body, removedAt !== null])).toEqual([
    ['見積もりを取りました。', false],
    ['', true],
  ]);
  expect(await write(auditor, 'あ'.repeat(2_001))).toMatchObject({ status: 400 });
  const other = await addedTask(server, world.here);
  expect(await by(staff, { method: 'DELETE', path: `${other}/comments/${id}` })).toMatchObject({ status: 404 });
});

test('the log says who wrote and never what', async () => {
  const acts = await inside((client) =>
    client.query("select act, detail::text from activity where act like 'task.comment%' order by at"),
  );
  expect(acts.rows.map(({ act }) => act)).toEqual(['task.commented', 'task.commented', 'task.comment-removed']);
  expect(JSON.stringify(acts.rows)).not.toContain('鍵');
});

test('a task takes a thousand comments and no more', async () => {
  const full = await addedTask(server, world.here);
  const id = full.split('/').at(-1);
  await inside((client) =>
    client.query(
      `insert into task_comment (facility_id, task_id, id, body, written_by)
       select $1, $2, gen_random_uuid(), 'n', $3 from generate_series(1, 1000)`,
      [world.here.id, id, world.here.people.planner.id],
    ),
  );
  const more = { method: 'POST', path: `${full}/comments`, body: { body: 'まだあります' } } as const;
  expect(await by(world.here.people.planner, more)).toMatchObject({
    status: 409,
    body: { code: 'plan/comments-full' },
  });
});

test('files lie at a task, for those who may change it and see all evidence', async () => {
  const { operator, staff, executive } = world.here.people;
  expect(await by(executive, upload(path))).toMatchObject({ status: 403 });
  expect(await by(staff, upload(path))).toMatchObject({ status: 403 });
  const added = (await by(operator, upload(path))).body as Evidence;
  expect(added).toMatchObject({ itemId: null, taskId: path.split('/').at(-1), name: '議事録.png' });
  const list = (person: TestPerson) =>
    by(person, { method: 'GET', path: `/facilities/${world.here.id}/evidence` }).then(({ body }) => body as Evidence[]);
  expect((await list(executive)).map(({ id }) => id)).toContain(added.id);
  expect((await list(staff)).map(({ id }) => id)).not.toContain(added.id);
  const content = `/facilities/${world.here.id}/evidence/${added.id}/content`;
  expect(await by(staff, { method: 'GET', path: content })).toMatchObject({ status: 404 });
  expect(await by(executive, { method: 'GET', path: content })).toMatchObject({ status: 200 });
  const theirs = path.replace(world.here.id, world.elsewhere.id);
  expect(await by(world.elsewhere.people.operator, upload(theirs))).toMatchObject({ status: 404 });
  expect(await by(operator, upload(`/facilities/${world.here.id}/tasks/${randomUUID()}`))).toMatchObject({
    status: 404,
  });
});
