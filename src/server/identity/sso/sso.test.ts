import { expect, test } from 'vitest';
import { testAddress } from '../../app/testing/test-server.ts';
import { isKnownBrowser } from '../known-browser.ts';
import { TestProvider } from '../testing/provider.ts';
import { SsoStage } from '../testing/sso-stage.ts';

const stage = new SsoStage();
const refusedAs = (status: number, code: string) => ({ status, body: { code } });
const members = () => `/facilities/${stage.world.here.id}/members`;
const staffGroup = async (changed: Record<string, unknown> = {}) => {
  const email = stage.address('sato');
  stage.provider.person(email, { groups: ['ward'], ...changed });
  await stage.give('ward', ['staff']);
  return email;
};

test('somebody of the organisation signs in by its provider, and an account is made with what the groups give', async () => {
  const email = stage.address('sato');
  stage.provider.person(email, { groups: ['safety', 'other'] });
  expect((await stage.give('safety', ['safety-manager', 'staff'])).status).toBe(204);
  await stage.connect({ trustsSecondFactor: true });
  const { reply, browser } = await stage.signIn(email);
  expect(reply).toMatchObject({
    status: 200,
    body: {
      purpose: 'sign-in',
      session: {
        person: { name: '佐藤 一郎' },
        pending: 'none',
        proofs: ['sso'],
        sso: { name: 'みなと法人' },
        facilities: [{ id: stage.world.here.id, roles: ['safety-manager', 'staff'] }],
      },
    },
  });
  expect((await stage.send(browser, 'GET', members())).status).toBe(200);
});

test('whoever signs in by a provider leaves a browser this server knows; whoever only began does not', async () => {
  const email = await staffGroup();
  const secretOf = ({ cookie }: { readonly cookie: string }) => /mamori-browser=([^;]+)/.exec(cookie)?.[1] ?? '';
  const begun = secretOf((await stage.begin(email)).browser);
  const { browser } = await stage.signIn(email);
  expect(await isKnownBrowser(stage.server.db, begun)).toBe(false);
  expect(await isKnownBrowser(stage.server.db, secretOf(browser))).toBe(true);
});

test('without a trusted second factor the own one is asked for as ever', async () => {
  const email = stage.address('sato');
  stage.provider.person(email, { groups: ['safety'] });
  await stage.give('safety', ['safety-manager']);
  const { reply, browser } = await stage.signIn(email);
  expect(reply).toMatchObject({ status: 200, body: { session: { pending: 'enrol-second-factor' } } });
  expect(await stage.send(browser, 'GET', members())).toMatchObject(refusedAs(401, 'second-factor-required'));
});

test('a state, a browser or a code that is not of this way opens nothing', async () => {
  const email = await staffGroup();
  const { browser, url } = await stage.begin(email);
  const answer = await stage.answered(url, stage.address('sato'));
  const other = await stage.begin(email);
  const unusable = refusedAs(410, 'sso/attempt-not-usable');
  expect(await stage.complete(other.browser, answer)).toMatchObject(unusable);
  expect(await stage.send(undefined, 'POST', '/sso/completion', answer)).toMatchObject(unusable);
  expect(await stage.complete(browser, { ...answer, state: 'another' })).toMatchObject(unusable);
  expect((await stage.complete(browser, answer)).status).toBe(200);
  expect(await stage.complete(browser, answer)).toMatchObject(unusable);
});

test('a code brought to another way than its own is refused, and so is a way that took ten minutes', async () => {
  const email = await staffGroup();
  const first = await stage.begin(email);
  const second = await stage.begin(email, first.browser);
  const { code = '' } = await stage.answered(first.url, stage.address('sato'));
  const answer = { ...(await stage.answered(second.url, stage.address('sato'))), code };
  expect(await stage.complete(second.browser, answer)).toMatchObject(refusedAs(400, 'sso/answer-not-valid'));
  const slow = await stage.begin(email);
  const late = await stage.answered(slow.url, stage.address('sato'));
  stage.server.clock.now = new Date(stage.server.clock.now.getTime() + 10 * 60 * 1000);
  expect(await stage.complete(slow.browser, late)).toMatchObject(refusedAs(410, 'sso/attempt-not-usable'));
});

test.each([
  ['nonce', 'sso/answer-not-valid'],
  ['iss', 'sso/answer-not-valid'],
  ['key', 'sso/answer-not-valid'],
])('an answer with a wrong %s is refused', async (what, code) => {
  const email = await staffGroup();
  const { browser, url } = await stage.begin(email);
  const asked = new URL(url);
  if (what === 'nonce') asked.searchParams.set('nonce', 'of somebody else');
  const answer = await stage.answered(asked.href, stage.address('sato'));
  if (what === 'iss') answer.iss = 'https://elsewhere.example.jp';
  stage.provider.forged = what === 'key';
  expect(await stage.complete(browser, answer)).toMatchObject(refusedAs(400, code));
});

test.each([
  ['an address not confirmed', { email_verified: false }, 'sso/email-not-verified'],
  ['an address of another domain', { email: 'sato@elsewhere.example.jp' }, 'sso/foreign-domain'],
  ['groups that give nothing', { groups: ['unknown'] }, 'sso/no-roles'],
])('%s makes no account', async (_, changed, code) => {
  const email = await staffGroup(changed);
  expect((await stage.signIn(email)).reply).toMatchObject(refusedAs(403, code));
  stage.provider.person(email, { groups: ['ward'] });
  expect((await stage.signIn(email)).reply.status).toBe(200);
});

test('what the provider itself refuses is said, and a domain nobody has leads nowhere', async () => {
  const email = await staffGroup();
  const { browser, url } = await stage.begin(email);
  const state = new URL(url).searchParams.get('state') ?? '';
  const answer = { state, error: 'access_denied', iss: stage.provider.issuer };
  expect(await stage.complete(browser, answer)).toMatchObject(refusedAs(403, 'sso/refused'));
  const nowhere = await stage.send(undefined, 'POST', '/sso/beginning', { email: 'a@nobody.example.jp' });
  expect(nowhere).toMatchObject(refusedAs(404, 'sso/no-connection'));
});

test('a group taken away takes its roles away at the next sign-in, and the facility has it in its log', async () => {
  const email = await staffGroup();
  const { browser, reply } = await stage.signIn(email);
  const { id } = (reply.body as { session: { person: { id: string } } }).session.person;
  stage.provider.person(email, { groups: [] });
  expect((await stage.signIn(email)).reply).toMatchObject(refusedAs(403, 'sso/no-roles'));
  expect(await stage.send(browser, 'GET', `/facilities/${stage.world.here.id}/runs`)).toMatchObject(
    refusedAs(404, 'not-found'),
  );
  const { auditor } = stage.world.here.people;
  const log = (await stage.send(auditor, 'GET', `/facilities/${stage.world.here.id}/activity`)).body as {
    entries: { act: string; subject: string; person: { name: string } | null }[];
  };
  const told = log.entries.filter(({ subject }) => subject === id).map(({ act, person }) => [act, person?.name]);
  expect(told.toSorted()).toEqual([
    ['identity.joined-by-sso', '佐藤 一郎'],
    ['identity.left-by-sso', '佐藤 一郎'],
  ]);
});

test('what the groups give in the organisation itself stands in its log, from joining to leaving', async () => {
  const email = await staffGroup();
  await stage.give('help', ['supporter'], null);
  await stage.give('desk', ['vendor-contact'], null);
  for (const groups of [['ward', 'help'], ['ward', 'help', 'desk'], ['ward', 'help', 'desk'], ['ward']]) {
    stage.provider.person(email, { groups });
    stage.server.clock.now = new Date(stage.server.clock.now.getTime() + 1000);
    expect((await stage.signIn(email)).reply.status).toBe(200);
  }
  const path = `/organisations/${stage.world.network.id}/activity?limit=3`;
  const log = await stage.send(stage.world.network.people['organisation-administrator'], 'GET', path);
  const both = 'supporter vendor-contact';
  expect(log.body).toMatchObject({
    entries: [
      { act: 'organisation.left-by-sso', person: { name: '佐藤 一郎' }, detail: { former: both } },
      { act: 'organisation.roles-by-sso', detail: { former: 'supporter', roles: both } },
      { act: 'organisation.joined-by-sso', person: { name: '佐藤 一郎' }, detail: { roles: 'supporter' } },
    ],
  });
});

test('roles the facility gave by hand are not the provider’s to change', async () => {
  const email = await staffGroup();
  const { reply } = await stage.signIn(email);
  const { id } = (reply.body as { session: { person: { id: string } } }).session.person;
  const administrator = stage.world.here.people['facility-administrator'];
  await stage.send(administrator, 'PUT', `${members()}/${id}`, { roles: ['staff', 'operator'] });
  await stage.signIn(email);
  const listed = (await stage.send(administrator, 'GET', members())).body as { personId: string; roles: string[] }[];
  expect(listed.find(({ personId }) => personId === id)?.roles).toEqual(['operator', 'staff']);
});

test('a provider that is away is said to be away', async () => {
  const provider = await TestProvider.start(testAddress);
  await stage.connect({ issuer: provider.issuer });
  const email = stage.address('sato');
  provider.person(email);
  const { browser, url } = await stage.begin(email);
  const answer = await stage.answered(url, stage.address('sato'));
  await provider.stop();
  expect(await stage.complete(browser, answer)).toMatchObject(refusedAs(502, 'sso/provider-unreachable'));
});
