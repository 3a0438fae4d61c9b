import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asPerson, asSystem, inFacility } from '../platform/database/transaction.ts';
import { insertPeople } from './person-repository.ts';
import { hashToken } from './secret-token.ts';
import { Stage } from './testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.server.stop());

const secrets = sql<{ person_id: string }>`select person_id from person_secret`;

test("inside a facility nobody's secrets can be read, not even the own ones", async () => {
  const { id, people } = stage.world.here;
  const seen = await inFacility(stage.server.db, { facilityId: id, personId: people.staff.id }, async (tx) => ({
    secrets: (await secrets.execute(tx)).rows,
    colleagues: (await tx.selectFrom('person').select('id').execute()).length,
  }));
  expect(seen).toEqual({ secrets: [], colleagues: Object.keys(people).length });
});

test('a person reads the own secrets and no others', async () => {
  const { id } = stage.world.here.people.staff;
  const read = await asPerson(stage.server.db, { personId: id }, (tx) => secrets.execute(tx));
  expect(read.rows).toEqual([{ person_id: id }]);
});

test('nobody makes a person system administrator who is there already', async () => {
  const { staff } = stage.world.here.people;
  const raise = sql`update person set system_roles = '{system-administrator}' where id = ${staff.id}`;
  await expect(asPerson(stage.server.db, { personId: staff.id }, (tx) => raise.execute(tx))).rejects.toThrow(
    'permission denied',
  );
  await expect(asSystem(stage.server.db, (tx) => raise.execute(tx))).rejects.toThrow('permission denied');
});

test('who comes by a link registers as itself and without a system role', async () => {
  const token = hashToken('a link');
  const add = (own: string, of: { id: string; systemRoles?: readonly ['system-administrator'] }) =>
    asPerson(stage.server.db, { personId: own, token }, (tx) =>
      insertPeople(tx, [
        { name: '名無し', email: `${of.id}@example.jp`, passwordHash: 'none', systemRoles: [], ...of },
      ]),
    );
  const id = randomUUID();
  await expect(add(id, { id, systemRoles: ['system-administrator'] })).rejects.toThrow('row-level security');
  await expect(add(id, { id: randomUUID() })).rejects.toThrow('row-level security');
  expect(await add(id, { id })).toBe(true);
});

test('without a link and outside of the set-up nobody is registered', async () => {
  const id = randomUUID();
  const add = asPerson(stage.server.db, { personId: id }, (tx) =>
    insertPeople(tx, [{ id, name: '名無し', email: `${id}@example.jp`, passwordHash: 'none', systemRoles: [] }]),
  );
  await expect(add).rejects.toThrow('row-level security');
});

test('a person may log the own second factor and nothing else above the facilities', async () => {
  const { staff, planner } = stage.world.here.people;
  const log = (act: string, subject: string, actor: string | null = staff.id) =>
    asPerson(stage.server.db, { personId: staff.id }, (tx) =>
      tx.insertInto('system_event').values({ id: randomUUID(), act, subject, actor }).execute(),
    );
  await expect(log('identity.second-factor-confirmed', planner.id)).rejects.toThrow('row-level security');
  await expect(log('identity.signed-in', staff.id)).rejects.toThrow('row-level security');
  await expect(log('identity.second-factor-confirmed', staff.id, planner.id)).rejects.toThrow('row-level security');
  await expect(log('identity.second-factor-confirmed', staff.id, null)).rejects.toThrow('row-level security');
  await expect(log('identity.second-factor-confirmed', staff.id)).resolves.toBeDefined();
});
