import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { tokenOf } from '../../app/testing/token-of.ts';
import { addMember } from '../../app/testing/world.ts';
import { ProviderBrowser } from '../testing/provider-browser.ts';
import { SsoStage, withCookies } from '../testing/sso-stage.ts';

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

test('a provider plants no passkey in an account that has a password', async () => {
  const { here } = stage.world;
  const own = here.people.staff;
  const email = stage.address('suzuki');
  await stage.rename(own.id, email);
  stage.provider.person(email, { groups: ['ward'], amr: ['mfa'] });
  await stage.give('ward', ['staff']);
  const begun = await stage.send(own, 'POST', '/account/sso');
  const answer = await stage.answered((begun.body as { url: string }).url, email);
  expect(await stage.complete(withCookies(begun, own.cookie), answer)).toMatchObject({ status: 200 });
  const at = new ProviderBrowser();
  const { browser } = await stage.signIn(email, at);
  const stepping = await stage.send(browser, 'POST', '/session/step-up/sso');
  const proof = await stage.answered((stepping.body as { url: string }).url, email, at);
  const proved = await stage.complete(withCookies(stepping, browser.cookie), proof);
  expect(proved).toMatchObject({ status: 200, body: { purpose: 'step-up' } });
  expect(await stage.send(withCookies(proved, browser.cookie), 'POST', '/passkeys/registration-options')).toMatchObject(
    refusedAs(409, 'sso/own-password-first'),
  );
});

test('a group gives no role at a facility that did not open itself to the organisation, nor at one that is none', async () => {
  const { elsewhere } = stage.world;
  await stage.connect({ trustsSecondFactor: true });
  for (const id of [elsewhere.id, randomUUID()]) {
    expect(await stage.give('safety', ['safety-manager'], id)).toMatchObject(refusedAs(409, 'sso/facility-not-open'));
  }
  await stage.open(true, { ...stage.world, here: elsewhere });
  expect((await stage.give('safety', ['safety-manager'], elsewhere.id)).status).toBeLessThan(300);
});
