import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from '../app/testing/request.ts';
import { tokenOf } from '../app/testing/token-of.ts';
import { addMember, addSignedIn, addTestFacility, type TestPerson } from '../app/testing/world.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { newInvitation } from './new-invitation.ts';
import { Stage } from './testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.server.stop());

const path = (facilityId: string) => `/facilities/${facilityId}/invitations`;
const listed = async (facilityId: string, by: TestPerson) =>
  (await request(stage.server, by, { method: 'GET', path: path(facilityId) })).body as { id: string; state: string }[];
const join = (person: TestPerson, token: string) => stage.post(person, '/invitation/joining', { token });
const emptyFacility = (name: string) => addTestFacility(stage.server, { name }, []);

async function invitedFirst(facilityId: string): Promise<string> {
  const body = { name: '院長' };
  const reply = await stage.post(stage.world.administrator, `/register/${facilityId}/invitations`, body);
  return tokenOf((reply.body as { path: string }).path);
}

test('an invitation can be used once and adds a second facility to a known person', async () => {
  const { elsewhere } = stage.world;
  const { browser } = await stage.enrolled('two@example.jp');
  const token = await stage.invited(['auditor']);
  expect(await join(browser, token)).toMatchObject({ status: 200 });
  expect(await join(browser, token)).toMatchObject({ status: 410 });
  expect(await join(browser, await stage.invited(['operator'], elsewhere))).toMatchObject({
    body: { facilities: [{ roles: ['planner', 'auditor'] }, { roles: ['operator'] }] },
  });
});

test('an invitation is withdrawn once, ends at once and leaves one entry in the log', async () => {
  const { id, people } = stage.world.elsewhere;
  const administrator = people['facility-administrator'];
  const token = await stage.invited(['operator'], stage.world.elsewhere);
  const waiting = (await listed(id, administrator)).find(({ state }) => state === 'waiting');
  const withdraw = () => request(stage.server, administrator, { method: 'DELETE', path: `${path(id)}/${waiting?.id}` });
  expect(await withdraw()).toMatchObject({ status: 204 });
  stage.later(60);
  expect(await withdraw()).toMatchObject({ status: 404 });
  expect(await stage.post(undefined, '/invitation', { token })).toMatchObject({ status: 410 });
  const log = await request(stage.server, administrator, {
    method: 'GET',
    path: `/facilities/${id}/activity?subject=${waiting?.id}`,
  });
  const { entries } = log.body as { entries: { act: string }[] };
  expect(entries.filter(({ act }) => act === 'identity.invitation-withdrawn')).toHaveLength(1);
});

test('an invitation ends after seven days by the clock of the server', async () => {
  const token = await stage.invited(['operator']);
  const person = await addSignedIn(stage.server, '遅い人');
  stage.later(7 * 24 * 3600 - 1);
  expect(await stage.post(undefined, '/invitation', { token })).toMatchObject({ status: 200 });
  stage.later(2);
  expect(await stage.post(undefined, '/invitation', { token })).toMatchObject({ status: 410 });
  expect(await join(person, token)).toMatchObject({ status: 410 });
});

test('a link kept back does not let the system administrator into a facility that has people', async () => {
  const facility = await emptyFacility('あとから入られる病院');
  const kept = await invitedFirst(facility.id);
  await addMember(stage.server, facility.id, (await addSignedIn(stage.server, '院長')).id, ['facility-administrator']);
  expect(await join(stage.world.administrator, kept)).toMatchObject({
    status: 410,
    body: { code: 'identity/link-not-usable' },
  });
  expect(await stage.accept(kept, 'kept@example.jp')).toMatchObject({ status: 410 });
  expect(await stage.signIn('kept@example.jp')).toMatchObject({ body: { code: 'identity/sign-in-refused' } });
});

test('a new first invitation ends the one before, and none is given once somebody is there', async () => {
  const facility = await emptyFacility('二度招く病院');
  const [before, after] = [await invitedFirst(facility.id), await invitedFirst(facility.id)];
  const person = await addSignedIn(stage.server, '院長');
  expect(await join(person, before)).toMatchObject({ status: 410 });
  expect(await join(person, after)).toMatchObject({ status: 200 });
  const late = await stage.post(stage.world.administrator, `/register/${facility.id}/invitations`, { name: '別人' });
  expect(late).toMatchObject({ status: 409, body: { code: 'identity/facility-has-members' } });
  expect((await listed(facility.id, person)).map(({ state }) => state).toSorted()).toEqual(['accepted', 'withdrawn']);
});

test('of several first invitations taken at the same moment one is accepted', async () => {
  const facility = await emptyFacility('競われる病院');
  const { administrator } = stage.world;
  const made = Array.from({ length: 4 }, () =>
    newInvitation({
      facilityId: facility.id,
      name: '院長',
      roles: ['facility-administrator'],
      invitedBy: administrator.id,
      now: stage.server.clock.now,
    }),
  );
  await asSystem(stage.server.db, (tx) =>
    tx
      .insertInto('invitation')
      .values(made.map(({ row }) => row))
      .execute(),
  );
  const people = await Promise.all(made.map((_, index) => addSignedIn(stage.server, `候補 ${index}`)));
  const replies = await Promise.all(people.map((person, index) => join(person, tokenOf(made[index]?.link.path ?? ''))));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 410, 410, 410]);
});

test("an administrator's invitation ends with the role, and works again with it", async () => {
  const { here } = stage.world;
  const other = await addSignedIn(stage.server, '前の管理者');
  await addMember(stage.server, here.id, other.id, ['facility-administrator']);
  const token = await stage.invited(['facility-administrator'], here, other);
  const setRoles = (roles: readonly string[]) =>
    request(stage.server, here.people['facility-administrator'], {
      method: 'PUT',
      path: `/facilities/${here.id}/members/${other.id}`,
      body: { roles },
    });
  await setRoles(['staff']);
  const friend = await addSignedIn(stage.server, '知り合い');
  expect(await join(friend, token)).toMatchObject({ status: 410 });
  expect(await stage.accept(token, 'friend@example.jp')).toMatchObject({ status: 410 });
  await setRoles(['facility-administrator']);
  expect(await join(friend, token)).toMatchObject({ status: 200 });
});

test('an e-mail address already known is not registered again, and the invitation stays usable', async () => {
  await stage.enrolled('known@example.jp');
  const token = await stage.invited(['planner']);
  const again = await stage.accept(token, 'KNOWN@example.jp');
  expect(again).toMatchObject({ status: 409, body: { code: 'identity/email-taken' } });
  expect(await stage.accept(token, 'unknown@example.jp')).toMatchObject({ status: 200 });
});

test('an invitation tells of ten addresses a day whether they are registered, and of no more', async () => {
  await stage.enrolled('there@example.jp');
  const token = await stage.invited(['planner']);
  const often = { status: 429, body: { code: 'identity/invitation-tried-often' } };
  for (let tries = 0; tries < 10; tries += 1)
    expect(await stage.accept(token, 'there@example.jp')).toMatchObject({ status: 409 });
  expect(await stage.accept(token, 'there@example.jp')).toMatchObject(often);
  expect(await stage.accept(await stage.invited(['planner']), 'nowhere@example.jp')).toMatchObject({ status: 200 });
  stage.later(3 * 60 * 60);
  expect(await stage.accept(token, 'later@example.jp')).toMatchObject({ status: 200 });
});

test('staff is taken with a long password, refused with a short or guessable one', async () => {
  const token = await stage.invited(['staff']);
  const register = (password: string) =>
    stage.post(undefined, '/invitation/acceptance', { token, name: '雨宮', email: 'staff@example.jp', password });
  const fault = (code: string) => ({ status: 400, body: { data: { faults: [{ field: 'password', code }] } } });
  expect(await register('みじかいです9字')).toMatchObject(fault('too-short'));
  expect(await register('0123456789012345')).toMatchObject(fault('guessable'));
  const joined = await register('雨の日は傘と長靴と帽子を用意');
  expect(joined).toMatchObject({
    status: 200,
    body: { pending: 'none', facilities: [{ name: stage.world.here.name, roles: ['staff'] }] },
  });
});

test('roles given twice are kept once, and more than there are are refused', async () => {
  const { here } = stage.world;
  const invite = (roles: readonly string[]) =>
    stage.post(here.people['facility-administrator'], path(here.id), { name: '多才な人', roles });
  expect(await invite(Array(8).fill('staff'))).toMatchObject({ status: 400, body: { code: 'input-not-valid' } });
  const { body } = await invite(['staff', 'planner', 'staff']);
  const offered = await stage.post(undefined, '/invitation', { token: tokenOf((body as { path: string }).path) });
  expect(offered).toMatchObject({ status: 200, body: { roles: ['planner', 'staff'] } });
});

test('the last facility administrator cannot lose the role', async () => {
  const administrator = stage.world.elsewhere.people['facility-administrator'];
  const reply = await request(stage.server, administrator, {
    method: 'PUT',
    path: `/facilities/${stage.world.elsewhere.id}/members/${administrator.id}`,
    body: { roles: ['staff'] },
  });
  expect(reply).toMatchObject({ status: 409, body: { code: 'identity/last-administrator' } });
});

test('a change of roles is logged with the former and the new ones', async () => {
  const { id, people } = stage.world.elsewhere;
  const administrator = people['facility-administrator'];
  await request(stage.server, administrator, {
    method: 'PUT',
    path: `/facilities/${id}/members/${people.operator.id}`,
    body: { roles: ['staff', 'operator'] },
  });
  const log = await request(stage.server, administrator, {
    method: 'GET',
    path: `/facilities/${id}/activity?subject=${people.operator.id}`,
  });
  expect(log.body).toMatchObject({
    entries: [{ act: 'identity.roles-changed', detail: { former: 'operator', roles: 'operator staff' } }],
  });
});
