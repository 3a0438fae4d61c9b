import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from '../../app/testing/request.ts';
import { addMember, addSignedIn, addTestFacility, type TestPerson } from '../../app/testing/world.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { Stage } from '../testing/stage.ts';
import { keepErased } from './erased-people.ts';

let stage: Stage;
let dataDir: string;
const told: object[] = [];
beforeAll(async () => {
  stage = await Stage.open();
  dataDir = await mkdtemp(join(tmpdir(), 'mamori-erased-'));
});
afterAll(async () => {
  await stage.server.stop();
  await rm(dataDir, { recursive: true });
});

const keep = () =>
  keepErased({
    db: stage.server.db,
    dataDir,
    log: { warn: (of: object) => void told.push(of) },
    now: () => stage.server.clock.now,
  });
const list = () => readFile(join(dataDir, 'erased-people.txt'), 'utf8');
const nameOf = (personId: string) =>
  asSystem(stage.server.db, (tx) =>
    tx.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirst(),
  );
const erase = (person: TestPerson) =>
  request(stage.server, person, {
    method: 'POST',
    path: '/account/erasure',
    body: { email: `${person.id}@example.jp` },
  });

/** What a backup from before does: the account is there again, and nothing says it was ever erased. */
const bringBack = ({ id, name }: TestPerson) =>
  withClient(stage.server.database.owner, async (client) => {
    await client.query(`select set_config('app.scope', 'own-record', false)`);
    await client.query('update person set name = $2, erased_at = null where id = $1', [id, name]);
    await client.query(`insert into person_secret (person_id, email) values ($1, $2)`, [id, `${id}@example.jp`]);
    await client.query('alter table system_event no force row level security');
    await client.query(`delete from system_event where act = 'identity.person-erased'`);
    await client.query('alter table system_event force row level security');
  });

test('who was erased stands in a list beside the database, by the id alone, and is erased again where a backup brings the account back', async () => {
  const person = await addSignedIn(stage.server, '戻ってくる人');
  await keep();
  await expect(list()).rejects.toThrow('ENOENT');
  expect(await erase(person)).toMatchObject({ status: 204 });
  await keep();
  expect(await list()).toBe(`${stage.server.clock.now.toISOString()} ${person.id}\n`);
  expect((await stat(join(dataDir, 'erased-people.txt'))).mode & 0o777).toBe(0o600);
  await bringBack(person);
  expect(await nameOf(person.id)).toEqual({ name: '戻ってくる人' });
  await keep();
  expect(await nameOf(person.id)).toEqual({ name: '削除された人' });
  expect(await list()).toContain(person.id);
});

test('who is the last administrator of a place by then stays, and the operator is told', async () => {
  const person = await addSignedIn(stage.server, '一人だけの管理者');
  await erase(person);
  await keep();
  await bringBack(person);
  const { id } = await addTestFacility(stage.server, { name: '一人の診療所' }, []);
  await addMember(stage.server, id, person.id, ['facility-administrator']);
  await keep();
  expect(await nameOf(person.id)).toEqual({ name: '一人だけの管理者' });
  expect(told).toEqual([{ person: person.id }]);
});
