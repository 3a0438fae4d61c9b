import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer, testAddress } from '../../app/testing/test-server.ts';
import { PasskeyStage } from '../testing/passkey-stage.ts';
import type { Misconduct, SoftwareAuthenticator } from '../testing/software-authenticator.ts';
import { password, Stage } from '../testing/stage.ts';

let stage: Stage;
let passkeys: PasskeyStage;
let proxied: TestServer;
beforeAll(async () => {
  stage = await Stage.open();
  passkeys = new PasskeyStage(stage);
  proxied = await startTestServer({ publicUrl: testAddress }, stage.server);
});
afterAll(async () => {
  await proxied.stop();
  await stage.server.stop();
});

/** The code of the answer to a request from an address, or that it opened a session. */
async function from(address: string, path: string, body: unknown): Promise<string> {
  const reply = await fetch(`${proxied.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify(body),
  });
  return reply.ok ? 'open' : ((await reply.json()) as { code: string }).code;
}

const byPassword = (address: string, email: string, tried: string) =>
  from(address, '/session', { email, password: tried });

const byPasskey = async (address: string, authenticator: SoftwareAuthenticator, misconduct: Misconduct = {}) =>
  from(address, '/session/passkey', {
    credential: authenticator.get(await passkeys.signInOptions(), misconduct),
  });

async function holder(email: string) {
  const { browser } = await stage.enrolled(email);
  const { authenticator } = await passkeys.added(browser);
  return { email, authenticator };
}

test('no number of wrong passwords, there or from everywhere, closes a passkey', async () => {
  const { email, authenticator } = await holder('guessed@example.jp');
  for (let place = 0; place < 13; place += 1) {
    const guess = () => byPassword(`203.0.113.${place}`, email, 'ちがうことばを選ぶ人');
    await Promise.all([guess(), guess(), guess(), guess()]);
  }
  expect(await byPassword('198.51.100.1', email, password)).toBe('identity/locked');
  expect(await byPasskey('198.51.100.1', authenticator)).toBe('open');
  expect(await byPasskey('203.0.113.1', authenticator)).toBe('open');
});

test('refused assertions close the passkey at their place alone, and no password', async () => {
  const { email, authenticator } = await holder('forged@example.jp');
  for (let time = 0; time < 5; time += 1) {
    expect(await byPasskey('203.0.113.1', authenticator, { forged: true })).toBe('identity/passkey-refused');
  }
  expect(await byPasskey('203.0.113.1', authenticator)).toBe('identity/locked');
  expect(await byPassword('203.0.113.1', email, password)).toBe('identity/code-required');
  for (let place = 0; place < 55; place += 1) {
    const refused = await byPasskey(`2001:db8:0:${place}::1`, authenticator, { forged: true });
    expect(refused).toBe('identity/passkey-refused');
  }
  expect(await byPasskey('198.51.100.1', authenticator)).toBe('open');
});

test('addresses of one network of IPv6 are one place', async () => {
  const { authenticator } = await holder('network@example.jp');
  for (let host = 0; host < 5; host += 1) {
    await byPasskey(`2001:db8:9:9::${host}`, authenticator, { forged: true });
  }
  expect(await byPasskey('2001:db8:9:9:1234::', authenticator)).toBe('identity/locked');
  expect(await byPasskey('2001:db8:9:a::', authenticator)).toBe('open');
});
