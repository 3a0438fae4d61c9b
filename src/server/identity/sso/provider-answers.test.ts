import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import type { Spoiling } from '../testing/id-token.ts';
import { SsoStage } from '../testing/sso-stage.ts';

const stage = new SsoStage();
const seconds = () => Math.floor(Date.now() / 1000);

async function comingBack(name = 'sato') {
  const email = stage.address(name);
  stage.provider.person(email, { groups: ['ward'] });
  await stage.give('ward', ['staff']);
  const { browser, url } = await stage.begin(email);
  return { browser, answer: await stage.answered(url, email) };
}

test.each<[string, () => Spoiling]>([
  ['of another issuer', () => ({ claims: { iss: 'https://elsewhere.example.jp' }, signed: 'anew' })],
  ['for another client', () => ({ claims: { aud: 'another' }, signed: 'anew' })],
  ['for us among others, given to another', () => ({ claims: { aud: ['mamori', 'b'], azp: 'b' }, signed: 'anew' })],
  ['that has run out', () => ({ claims: { exp: seconds() - 3600 }, signed: 'anew' })],
  ['that counts only later', () => ({ claims: { nbf: seconds() + 3600 }, signed: 'anew' })],
  ['with another nonce', () => ({ claims: { nonce: 'of somebody else' }, signed: 'anew' })],
  ['without a nonce', () => ({ claims: { nonce: undefined }, signed: 'anew' })],
  ['without a name for the person', () => ({ claims: { sub: undefined }, signed: 'anew' })],
  ['changed after it was signed', () => ({ claims: { email: 'suzuki@example.jp' }, signed: 'as before' })],
  ['that nobody signed', () => ({ claims: {}, signed: 'not at all' })],
  ['signed by what the client knows', () => ({ claims: {}, signed: 'by the secret' })],
])('an ID token %s opens nothing', async (_, spoiling) => {
  const { browser, answer } = await comingBack();
  stage.provider.spoiling = spoiling();
  const reply = await stage.complete(browser, answer);
  expect(reply).toMatchObject({ status: 400, body: { code: 'sso/answer-not-valid' } });
  expect(reply.headers.getSetCookie()).toEqual([]);
});

test('an ID token signed anew by the provider itself, with nothing changed, signs in', async () => {
  const { browser, answer } = await comingBack();
  stage.provider.spoiling = { claims: {}, signed: 'anew' };
  expect((await stage.complete(browser, answer)).status).toBe(200);
});

test.each<[string, number, string, (response: ServerResponse) => unknown]>([
  ['fails', 502, 'sso/provider-unreachable', (to) => to.writeHead(503).end()],
  ['cuts the line', 502, 'sso/provider-unreachable', (to) => to.destroy()],
  ['answers without end', 502, 'sso/provider-unreachable', (to) => to.end(Buffer.alloc(600 * 1024, 32))],
  ['sends elsewhere', 400, 'sso/answer-not-valid', (to) => to.writeHead(307, { location: '/elsewhere' }).end()],
  ['answers with a page', 400, 'sso/answer-not-valid', (to) => to.end('<p>ログイン</p>')],
])('a provider that %s is told of in plain words', async (_, status, code, answering) => {
  const { browser, answer } = await comingBack();
  stage.provider.instead = ({ url }, response) => {
    if (url !== '/token') return false;
    answering(response);
    return true;
  };
  const reply = await stage.complete(browser, answer);
  expect(reply).toMatchObject({ status, body: { code, message: expect.stringContaining('組織の認証基盤') } });
  expect(stage.provider.asked).not.toContain('POST /elsewhere');
  expect(stage.server.errors).toEqual([]);
});
