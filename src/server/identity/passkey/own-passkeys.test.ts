import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from '../../app/testing/request.ts';
import { startTestServer } from '../../app/testing/test-server.ts';
import { addSignedIn, type TestPerson } from '../../app/testing/world.ts';
import { codeOf, PasskeyStage } from '../testing/passkey-stage.ts';
import { browserOf, password, Stage } from '../testing/stage.ts';

let stage: Stage;
let passkeys: PasskeyStage;
beforeAll(async () => {
  stage = await Stage.open();
  passkeys = new PasskeyStage(stage);
});
afterAll(() => stage.server.stop());

const rename = (person: TestPerson, id: string, name: string) =>
  request(stage.server, person, { method: 'PUT', path: `/passkeys/${id}`, body: { name } });

test('a person names the own passkeys anew, and nobody else does', async () => {
  const { person, passkeyId } = await passkeys.holder();
  const other = await addSignedIn(stage.server, 'ほかの人');
  expect(await rename(person, passkeyId, '病棟の鍵')).toMatchObject({ status: 200, body: { name: '病棟の鍵' } });
  expect(await rename(other, passkeyId, '盗んだ鍵')).toMatchObject({ status: 404 });
  expect(await passkeys.listed(person)).toMatchObject([{ name: '病棟の鍵' }]);
});

test('a person removes the own passkeys, and nobody else does; it is recorded', async () => {
  const { person, passkeyId } = await passkeys.holder();
  const other = await addSignedIn(stage.server, 'ほかの人');
  expect(await passkeys.remove(other, passkeyId)).toMatchObject({ status: 404 });
  expect(await passkeys.remove(person, passkeyId)).toMatchObject({ status: 204 });
  expect(await passkeys.remove(person, passkeyId)).toMatchObject({ status: 404 });
  expect(await passkeys.listed(person)).toEqual([]);
  expect(await passkeys.logged('identity.passkey-removed', person.id)).toBe(1);
});

test('the last second factor of somebody whose role needs one stays, also when two are removed at once', async () => {
  const joined = browserOf(await stage.accept(await stage.invited(['planner']), 'last@example.jp'));
  const person = browserOf((await passkeys.added(joined)).reply);
  await passkeys.added(person);
  const ids = (await passkeys.listed(person)).map(({ id }) => id);
  const replies = await Promise.all(ids.map((id) => passkeys.remove(person, id)));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  expect(replies.map(codeOf)).toContain('identity/last-second-factor');
  const { secret } = (await stage.post(person, '/second-factor')).body as { secret: string };
  const confirmed = browserOf(await stage.confirm(person, secret));
  const [left] = await passkeys.listed(confirmed);
  expect(await passkeys.remove(confirmed, left?.id ?? '')).toMatchObject({ status: 204 });
});

test('a member of staff may remove the only one', async () => {
  const joined = browserOf(await stage.accept(await stage.invited(['staff']), 'staff@example.jp'));
  expect(await stage.post(joined, '/session/step-up', { password })).toMatchObject({ status: 200 });
  const person = browserOf((await passkeys.added(joined)).reply);
  const [only] = await passkeys.listed(person);
  expect(await passkeys.remove(person, only?.id ?? '')).toMatchObject({ status: 204 });
  expect((await stage.signIn('staff@example.jp')).body).toMatchObject({ pending: 'none', proofs: ['password'] });
});

test('under a bare IP address the list says so, and passkeys are refused in plain words', async () => {
  const server = await startTestServer({ address: () => 'https://192.168.1.20:8443' });
  const person = await addSignedIn(server, '番号だけの施設の人');
  const listed = await request(server, person, { method: 'GET', path: '/passkeys' });
  expect(listed.body).toEqual({ usableAt: null, passkeys: [] });
  for (const path of ['/session/passkey-options', '/passkeys/registration-options']) {
    const reply = await request(server, person, { method: 'POST', path });
    expect(reply).toMatchObject({ status: 409, body: { code: 'identity/passkeys-not-usable' } });
  }
  await server.stop();
});

test('staff without a second factor are asked for the password before the first passkey', async () => {
  const joined = browserOf(await stage.accept(await stage.invited(['staff']), 'asked@example.jp'));
  expect(codeOf(await stage.post(joined, '/passkeys/registration-options'))).toBe('step-up-required');
});
