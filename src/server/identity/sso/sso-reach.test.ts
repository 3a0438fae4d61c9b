import { expect, test } from 'vitest';
import { tokenOf } from '../../app/testing/token-of.ts';
import { addMember } from '../../app/testing/world.ts';
import { SsoStage } from '../testing/sso-stage.ts';

const stage = new SsoStage();
const refusedAs = (status: number, code: string) => ({ status, body: { code } });
const profileOf = ({ id }: { readonly id: string }) => `/facilities/${id}/profile`;

/** Somebody of the organisation, made by the provider, who may do much. */
async function arrived() {
  const email = stage.address('sato');
  stage.provider.person(email, { groups: ['safety'] });
  await stage.connect({ trustsSecondFactor: true });
  await stage.give('safety', ['safety-manager']);
  const { reply, browser } = await stage.signIn(email);
  const { id } = (reply.body as { session: { person: { id: string } } }).session.person;
  return { email, browser, id };
}

test('whoever belongs to a facility that never agreed does not come in by the provider, and an open session opens nothing any more', async () => {
  const { here, elsewhere } = stage.world;
  const { email, browser, id } = await arrived();
  expect((await stage.send(browser, 'GET', profileOf(here))).status).toBe(200);
  await addMember(stage.server, elsewhere.id, id, ['facility-administrator']);
  for (const facility of [here, elsewhere])
    expect(await stage.send(browser, 'GET', profileOf(facility))).toMatchObject({ status: 401 });
  expect((await stage.signIn(email)).reply).toMatchObject(refusedAs(403, 'sso/held-elsewhere'));
});

test('a facility that opens itself to the organisation is within its reach', async () => {
  const { elsewhere } = stage.world;
  const { email, id } = await arrived();
  await addMember(stage.server, elsewhere.id, id, ['staff']);
  await stage.open(true, { ...stage.world, here: elsewhere });
  const { reply, browser } = await stage.signIn(email);
  expect(reply.status).toBe(200);
  expect((await stage.send(browser, 'GET', profileOf(elsewhere))).status).toBe(200);
});

test('an invitation from elsewhere is not taken by a session of the provider, and stays usable', async () => {
  const { here, elsewhere } = stage.world;
  const { browser } = await arrived();
  const by = elsewhere.people['facility-administrator'];
  const invited = await stage.send(by, 'POST', `/facilities/${elsewhere.id}/invitations`, {
    name: '佐藤 一郎',
    roles: ['staff'],
  });
  const token = tokenOf((invited.body as { path: string }).path);
  const joining = () => stage.send(browser, 'POST', '/invitation/joining', { token });
  expect(await joining()).toMatchObject(refusedAs(409, 'sso/own-way-first'));
  expect((await stage.send(browser, 'GET', profileOf(here))).status).toBe(200);
  expect(await stage.send(undefined, 'POST', '/invitation', { token })).toMatchObject({ status: 200 });
});
