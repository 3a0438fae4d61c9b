import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from '../../app/testing/request.ts';
import type { TestFacility } from '../../app/testing/world.ts';
import { Stage } from '../../identity/testing/stage.ts';
import { asPerson, asSystem, inFacility } from '../database/transaction.ts';
import { purgeOldMail } from './send-mail.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.server.stop());

function inviting(email: string, facility = stage.world.here) {
  const body = { name: '新しい人', roles: ['staff'], email };
  return stage.post(facility.people['facility-administrator'], `/facilities/${facility.id}/invitations`, body);
}

async function invitationsOf({ id, people }: TestFacility) {
  const call = { method: 'GET', path: `/facilities/${id}/invitations` };
  return (await request(stage.server, people['facility-administrator'], call)).body;
}

test('nobody is flooded: the sixth letter to an address within an hour is refused and changes nothing', async () => {
  const email = 'flooded@example.jp';
  for (let time = 0; time < 5; time += 1) expect((await inviting(email)).status).toBe(200);
  expect((await inviting('calm@example.jp', stage.world.elsewhere)).status).toBe(200);
  const refused = await inviting(email, stage.world.elsewhere);
  expect(refused).toMatchObject({ status: 429, body: { code: 'mail/too-many' } });
  expect((refused.body as { message: string }).message).toContain('リンクを直接渡すか');
  expect(await invitationsOf(stage.world.elsewhere)).toHaveLength(1);
  expect((await inviting('other@example.jp', stage.world.elsewhere)).status).toBe(200);
  stage.later(3600);
  expect((await inviting(email, stage.world.elsewhere)).status).toBe(200);
});

const mailRow = (facilityId: string, number: number, at: Date) => ({
  id: randomUUID(),
  kind: 'invitation',
  facility_id: facilityId,
  person_id: null,
  subject: null,
  recipient: Buffer.alloc(32, number),
  sealed: Buffer.alloc(1),
  posted_at: at,
  give_up_at: at,
});

const postHundred = (facilityId: string) =>
  asSystem(stage.server.db, (tx) => {
    const rows = Array.from({ length: 100 }, (_, number) => mailRow(facilityId, number, stage.server.clock.now));
    return tx.insertInto('mail').values(rows).execute();
  });

test('a facility sends a hundred letters an hour and no more, and another is not touched by that', async () => {
  const { here, elsewhere } = stage.world;
  await postHundred(here.id);
  expect(await inviting('hundred-and-one@example.jp', here)).toMatchObject({ status: 429 });
  expect((await inviting('hundred-and-one@example.jp', elsewhere)).status).toBe(200);
});

test('a facility sees the letters it posted and no others, and nobody posts in the name of another', async () => {
  const { db, clock } = stage.server;
  const { here, elsewhere } = stage.world;
  const personId = elsewhere.people['facility-administrator'].id;
  const seen = await inFacility(db, { facilityId: elsewhere.id, personId }, (tx) =>
    tx.selectFrom('mail').select('facility_id').distinct().execute(),
  );
  expect(seen).toEqual([{ facility_id: elsewhere.id }]);
  const foreign = mailRow(here.id, 1, clock.now);
  const own = { ...foreign, id: randomUUID(), facility_id: null, person_id: personId };
  const refused = 'row-level security';
  await expect(
    inFacility(db, { facilityId: elsewhere.id, personId }, (tx) => tx.insertInto('mail').values(foreign).execute()),
  ).rejects.toThrow(refused);
  const another = { ...own, person_id: here.people.staff.id };
  const post = (row: typeof own) => asPerson(db, { personId }, (tx) => tx.insertInto('mail').values(row).execute());
  await expect(post(another)).rejects.toThrow(refused);
  await expect(post(own)).resolves.toBeDefined();
  expect(await asPerson(db, { personId }, (tx) => tx.selectFrom('mail').select('id').execute())).toEqual([]);
});

test('letters of more than thirty days ago are removed', async () => {
  const { db, clock } = stage.server;
  const old = mailRow(stage.world.here.id, 1, new Date('2026-09-01T00:00:00Z'));
  await asSystem(db, (tx) => tx.insertInto('mail').values(old).execute());
  await purgeOldMail(db, clock.now);
  const oldest = await asSystem(db, (tx) => sql<{ at: Date }>`select min(posted_at) as at from mail`.execute(tx));
  expect(oldest.rows[0]?.at.getTime()).toBeGreaterThan(new Date('2026-10-01').getTime());
});

test('the address of somebody who forgot the password is sealed until it was looked at', async () => {
  expect((await stage.post(undefined, '/reset-requests', { email: 'forgot@example.jp' })).status).toBe(204);
  const [row] = await asSystem(stage.server.db, (tx) => tx.selectFrom('reset_request').selectAll().execute());
  expect(row?.sealed?.length).toBeGreaterThan(17);
  expect(
    Buffer.concat([row?.sealed, row?.account, row?.place].flatMap((bytes) => bytes ?? [])).toString('latin1'),
  ).not.toMatch(/forgot|127\.0/);
});
