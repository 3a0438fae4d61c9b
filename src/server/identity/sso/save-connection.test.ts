import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { testAddress } from '../../app/testing/test-server.ts';
import { TestProvider } from '../testing/provider.ts';
import { SsoStage } from '../testing/sso-stage.ts';

const stage = new SsoStage();
const wellKnown = '/.well-known/openid-configuration';
const json = (to: ServerResponse, content: unknown) =>
  to.setHeader('content-type', 'application/json').end(JSON.stringify(content));
const described = (changed: Record<string, unknown> = {}) => {
  const { issuer } = stage.provider;
  const usual = {
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
  };
  return { issuer, ...usual, ...changed };
};

test.each<[string, number, string, (to: ServerResponse) => unknown]>([
  ['does not answer', 502, 'sso/issuer-unreachable', (to) => to.destroy()],
  ['says far too much', 502, 'sso/issuer-unreachable', (to) => to.end(Buffer.alloc(600 * 1024, 32))],
  ['says nothing of itself', 502, 'sso/no-discovery', (to) => to.writeHead(404).end()],
  ['sends elsewhere', 502, 'sso/no-discovery', (to) => to.writeHead(302, { location: '/elsewhere' }).end()],
  ['says it is another', 502, 'sso/issuer-differs', (to) => json(to, described({ issuer: 'https://a.example.jp' }))],
  ['has no keys', 502, 'sso/provider-unfit', (to) => json(to, described({ jwks_uri: undefined }))],
  [
    'knows no PKCE',
    502,
    'sso/provider-unfit',
    (to) => json(to, described({ code_challenge_methods_supported: ['plain'] })),
  ],
  [
    'names an address in the clear',
    502,
    'sso/provider-unfit',
    (to) => json(to, described({ token_endpoint: 'http://a.example.jp/' })),
  ],
])('a provider that %s is refused when it is set up', async (_, status, code, answering) => {
  stage.provider.instead = ({ url }, response) => {
    if (url !== wellKnown) return false;
    answering(response);
    return true;
  };
  expect(await stage.connect()).toMatchObject({ status, body: { code } });
  expect(stage.provider.asked).not.toContain('GET /elsewhere');
});

test.each([
  'http://login.example.jp',
  'https://login.example.jp/?tenant=1',
  'https://user:word@login.example.jp',
  'ftp://login.example.jp',
  'login',
])('an issuer %s is never asked', async (issuer) => {
  expect(await stage.connect({ issuer })).toMatchObject({ status: 400, body: { code: 'sso/issuer-not-allowed' } });
});

test('the secret is never shown, stays where it is left out, and is not given to another issuer', async () => {
  const shown = await stage.send(stage.world.administrator, 'GET', stage.connectionPath);
  expect(shown).toMatchObject({
    status: 200,
    body: { redirectUri: `${testAddress}/sso/callback`, signedOutUri: `${testAddress}/sign-in?after=sign-out` },
  });
  expect(JSON.stringify(shown.body)).not.toContain('a secret between');
  expect((await stage.connect({ clientSecret: undefined, name: '別の名前' })).status).toBe(200);
  stage.provider.person(stage.address('sato'), { groups: ['ward'] });
  await stage.give('ward', ['staff']);
  expect((await stage.signIn(stage.address('sato'))).reply.status).toBe(200);
  const other = await TestProvider.start(testAddress);
  const moved = await stage.connect({ clientSecret: undefined, issuer: other.issuer });
  expect(moved).toMatchObject({ status: 400, body: { code: 'sso/secret-needed' } });
  await other.stop();
});

test('another provider in its place ends what the former has opened', async () => {
  stage.provider.person(stage.address('sato'), { groups: ['ward'] });
  await stage.give('ward', ['staff']);
  const { browser } = await stage.signIn(stage.address('sato'));
  const other = await TestProvider.start(testAddress);
  expect((await stage.connect({ issuer: other.issuer })).status).toBe(200);
  expect((await stage.send(browser, 'GET', '/session')).status).toBe(401);
  await other.stop();
});

test('a domain belongs to the connection of one organisation', async () => {
  const path = `/register/organisations/${stage.world.otherNetwork.id}/sso`;
  const body = { name: '別の法人', issuer: stage.provider.issuer, clientId: 'mamori', clientSecret: 'x' };
  const send = (domain: string) => stage.send(stage.world.administrator, 'PUT', path, { ...body, domains: [domain] });
  expect(await send(stage.domain)).toMatchObject({ status: 409, body: { code: 'sso/domain-taken' } });
  expect((await send(`other.${stage.domain}`)).status).toBe(200);
});
