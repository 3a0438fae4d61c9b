import { expect, test } from 'vitest';
import { testAddress } from '../../app/testing/test-server.ts';
import { addBrowser } from '../../app/testing/world.ts';
import { ProviderBrowser } from '../testing/provider-browser.ts';
import { SsoStage, withCookies } from '../testing/sso-stage.ts';

const stage = new SsoStage();
const refusedAs = (status: number, code: string) => ({ status, body: { code } });
const runs = () => `/facilities/${stage.world.here.id}/runs`;

async function inside(roles: readonly string[] = ['staff']) {
  const email = stage.address('sato');
  stage.provider.person(email, { groups: ['ward'] });
  await stage.give('ward', roles);
  const at = new ProviderBrowser();
  return { email, at, ...(await stage.signIn(email, at)) };
}

test('signing out leads on to the provider, which ends its own session and comes back', async () => {
  const { browser } = await inside();
  const { status, body } = await stage.send(browser, 'DELETE', '/session');
  expect(status).toBe(200);
  const next = new URL((body as { next: string }).next);
  expect(next.origin).toBe(stage.provider.issuer);
  expect(Object.fromEntries(next.searchParams)).toMatchObject({
    id_token_hint: expect.stringMatching(/^ey/),
    post_logout_redirect_uri: `${testAddress}/sign-in?after=sign-out`,
  });
  stage.provider.asked.length = 0;
  expect((await fetch(next)).status).toBe(200);
  expect(stage.provider.asked).toEqual(['GET /session/end']);
  expect((await stage.send(browser, 'GET', '/session')).status).toBe(401);
});

test('a connection that ends, ends its sessions and memberships at once', async () => {
  const { browser, email } = await inside();
  expect((await stage.send(browser, 'GET', runs())).status).toBe(200);
  expect((await stage.send(stage.world.administrator, 'DELETE', stage.connectionPath)).status).toBe(204);
  expect(await stage.send(browser, 'GET', '/session')).toMatchObject(refusedAs(401, 'sign-in-required'));
  const again = await stage.send(undefined, 'POST', '/sso/beginning', { email });
  expect(again).toMatchObject(refusedAs(404, 'sso/no-connection'));
});

test.each(['closes itself to the provider', 'leaves the organisation', 'is let go by the organisation'])(
  'a facility that %s has nobody of it inside any more',
  async (how) => {
    const { browser, email } = await inside();
    const path = `/facilities/${stage.world.here.id}/memberships/${stage.world.network.id}`;
    const administrator = stage.world.here.people['facility-administrator'];
    if (how.startsWith('closes')) await stage.open(false);
    else if (how.startsWith('leaves')) await stage.send(administrator, 'DELETE', path);
    else {
      const by = stage.world.network.people['organisation-administrator'];
      const member = `/organisations/${stage.world.network.id}/facilities/${stage.world.here.id}`;
      expect((await stage.send(by, 'DELETE', member)).status).toBe(204);
    }
    expect(await stage.send(browser, 'GET', '/session')).toMatchObject(refusedAs(401, 'sign-in-required'));
    expect((await stage.signIn(email)).reply).toMatchObject(refusedAs(403, 'sso/no-roles'));
    const { auditor } = stage.world.here.people;
    const log = await stage.send(auditor, 'GET', `/facilities/${stage.world.here.id}/activity`);
    expect(JSON.stringify(log.body)).toContain('identity.left-by-sso');
  },
);

test('an account with the address is not taken over, but tied by its person', async () => {
  const { here } = stage.world;
  const email = stage.address('planner');
  stage.provider.person(email, { groups: ['ward'] });
  await stage.give('ward', ['operator']);
  const planner = here.people.planner;
  await stage.rename(planner.id, email);
  expect((await stage.signIn(email)).reply).toMatchObject(refusedAs(409, 'sso/link-first'));
  const begun = await stage.send(planner, 'POST', '/account/sso');
  const browser = withCookies(begun, planner.cookie);
  const answer = await stage.answered((begun.body as { url: string }).url, stage.address('planner'));
  const stranger = withCookies(begun, here.people.operator.cookie);
  expect(await stage.complete(browser, answer)).toMatchObject({ status: 200, body: { purpose: 'link' } });
  expect(await stage.complete(stranger, answer)).toMatchObject(refusedAs(410, 'sso/attempt-not-usable'));
  const own = await stage.send(planner, 'GET', '/account/sso');
  expect(own.body).toEqual({ name: 'みなと法人', linked: true, hasPassword: true });
  expect((await stage.signIn(email)).reply).toMatchObject({
    status: 200,
    body: { session: { person: { id: planner.id }, facilities: [{ roles: ['planner'] }] } },
  });
});

test('who administers the whole installation does not come in by an organisation’s provider', async () => {
  const { administrator } = stage.world;
  expect(await stage.send(administrator, 'POST', '/account/sso')).toMatchObject(
    refusedAs(403, 'sso/not-for-administrators'),
  );
});

test('signing in at the provider again proves to be there, by the same person only', async () => {
  await stage.connect({ trustsSecondFactor: true });
  const { browser: signedIn, reply, at } = await inside(['safety-manager']);
  const { id } = (reply.body as { session: { person: { id: string } } }).session.person;
  const person = { ...stage.world.here.people.planner, id, cookie: signedIn.cookie };
  expect(await stage.send(signedIn, 'POST', '/account/sso')).toMatchObject(refusedAs(403, 'step-up-required'));
  const begun = await stage.send(person, 'POST', '/session/step-up/sso');
  const { url } = begun.body as { url: string };
  expect(new URL(url).searchParams.get('prompt')).toBe('login');
  stage.provider.person(stage.address('suzuki'), { groups: ['ward'] });
  const asAnother = await stage.answered(url, stage.address('suzuki'));
  const browser = withCookies(begun, signedIn.cookie);
  expect(await stage.complete(browser, asAnother)).toMatchObject(refusedAs(409, 'sso/other-person'));
  const again = await stage.send(browser, 'POST', '/session/step-up/sso');
  const answer = await stage.answered((again.body as { url: string }).url, stage.address('sato'), at);
  const elsewhere = await addBrowser(stage.server, person, {});
  expect((await stage.complete(elsewhere, answer)).status).toBe(410);
  const completed = await stage.complete(browser, answer);
  expect(completed).toMatchObject({ status: 200, body: { purpose: 'step-up' } });
  const proved = withCookies(completed, browser.cookie);
  expect((await stage.send(proved, 'POST', '/account/sso')).status).toBe(200);
  expect(await stage.send(browser, 'GET', '/session')).toMatchObject(refusedAs(401, 'sign-in-required'));
  expect((await stage.send(proved, 'DELETE', '/session')).body).toMatchObject({ next: expect.any(String) });
});

test.each([
  ['made two minutes before the way there began', -120, 'sso/not-fresh'],
  ['made an hour before', -3600, 'sso/answer-not-valid'],
  ['of which the provider does not say when', undefined, 'sso/answer-not-valid'],
])('a sign-in %s proves nothing now', async (_, seconds, code) => {
  await stage.connect({ trustsSecondFactor: true });
  const { browser, at } = await inside(['safety-manager']);
  const begun = await stage.send(browser, 'POST', '/session/step-up/sso');
  const answer = await stage.answered((begun.body as { url: string }).url, stage.address('sato'), at);
  const told = seconds === undefined ? undefined : Math.floor(Date.now() / 1000) + seconds;
  stage.provider.spoiling = { claims: { auth_time: told }, signed: 'anew' };
  const stepping = withCookies(begun, browser.cookie);
  expect((await stage.complete(stepping, answer)).body).toMatchObject({ code });
  expect(await stage.send(stepping, 'POST', '/account/sso')).toMatchObject(refusedAs(403, 'step-up-required'));
});
