import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueSetupLink } from '../identity/index.ts';
import { Stage } from '../identity/testing/stage.ts';
import { webClient } from '../platform/http/web-client.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { tokenOf } from './testing/token-of.ts';
import { makeWorld, type World } from './testing/world.ts';

const publicUrl = 'https://mamori.example.jp';
let folder: string;
let plain: TestServer;
let secure: TestServer;
let world: World;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mamori-headers-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<head></head><script nonce="__CSP_NONCE__"></script>');
  writeFileSync(join(folder, 'assets/page.js'), 'page();');
  plain = await startTestServer({ webClient: await webClient(folder) });
  secure = await startTestServer({ tls: true, publicUrl, webClient: await webClient(folder) });
  world = await makeWorld(secure);
});
afterAll(async () => {
  await plain.stop();
  await secure.stop();
  rmSync(folder, { recursive: true });
});

const headersOf = async (server: TestServer, path: string) =>
  Object.fromEntries((await fetch(server.url + path)).headers);

const paths = ['/', '/facilities/x/runs', '/assets/page.js', '/assets/none.js', '/healthz', '/api/v1/sheets'];
const refusedPaths = ['/api/v1/session', '/api/v1/nothing', '/api/v1/facilities/x/runs'];

describe('the headers of every answer', () => {
  it.each([...paths, ...refusedPaths])('keep other sites and other meanings away: %s', async (path) => {
    expect(await headersOf(plain, path)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'none'/),
    });
  });

  it.each([...paths, ...refusedPaths])('ask for encryption for a year where there is any: %s', async (path) => {
    expect((await headersOf(secure, path))['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(await headersOf(plain, path)).not.toHaveProperty('strict-transport-security');
  });

  it('let a page run what comes from here, by its own nonce, and send nothing elsewhere', async () => {
    const policy = (await headersOf(plain, '/'))['content-security-policy'] ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'self' 'nonce-${nonce}'`,
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types default',
    ]);
  });

  it.each(['/api/v1/sheets', ...refusedPaths])(
    'let nothing run in an answer of the API, and keep it in no cache: %s',
    async (path) => {
      expect(await headersOf(plain, path)).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'cache-control': 'no-store',
      });
    },
  );
});

async function setUpAt(server: TestServer): Promise<string> {
  const token = tokenOf(await issueSetupLink(server.db, server.clock.now));
  const person = { name: '雨宮 太郎', email: 'admin@example.jp', password: 'とても長いことばを選ぶ人たち' };
  const response = await fetch(`${server.url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...person, token }),
  });
  return response.headers.get('set-cookie') ?? '';
}

const sessionWith = async (server: TestServer, cookie: string) =>
  (await fetch(`${server.url}/api/v1/session`, { headers: { cookie } })).status;

describe('the cookie of a session', () => {
  it('is bound to this host and to encryption where there is any', async () => {
    const cookie = await setUpAt(secure);
    expect(cookie).toMatch(/^__Host-mamori=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const given = cookie.split(';')[0] ?? '';
    expect(await sessionWith(secure, given)).toBe(200);
    expect(await sessionWith(secure, given.replace('__Host-', ''))).toBe(401);
  });

  it('is a plain one on this machine without', async () => {
    expect(await setUpAt(plain)).toMatch(/^mamori=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });
});

/** The answer to an act from a page of another address: taken, or refused as foreign. */
async function actFrom(server: TestServer, headers: Record<string, string>) {
  const response = await fetch(`${server.url}/api/v1/invitation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ token: 'x'.repeat(30) }),
  });
  return ((await response.json()) as { code: string }).code === 'foreign-origin' ? 'refused' : 'taken';
}

describe('an act', () => {
  it('is taken from the public address alone where there is one, whatever name the proxy asks by', async () => {
    expect(await actFrom(secure, { origin: publicUrl })).toBe('taken');
    expect(await actFrom(secure, { origin: secure.url })).toBe('refused');
    expect(await actFrom(secure, { origin: 'http://mamori.example.jp' })).toBe('refused');
    expect(await actFrom(secure, { origin: `${publicUrl}.evil.example` })).toBe('refused');
    expect(await actFrom(secure, { origin: 'null' })).toBe('refused');
  });

  it('is taken from the address asked for where there is no other', async () => {
    expect(await actFrom(plain, { origin: plain.url })).toBe('taken');
    expect(await actFrom(plain, { origin: publicUrl })).toBe('refused');
  });

  it('is taken from programs, which name no page, and never across sites', async () => {
    expect(await actFrom(secure, {})).toBe('taken');
    expect(await actFrom(secure, { 'sec-fetch-site': 'cross-site' })).toBe('refused');
    expect(await actFrom(secure, { 'sec-fetch-site': 'cross-site', origin: publicUrl })).toBe('refused');
  });

  it('reads from elsewhere are no act', async () => {
    const headers = {
      origin: 'https://evil.example',
      cookie: world.here.people.staff.cookie.replace('mamori', '__Host-mamori'),
    };
    const read = await fetch(`${secure.url}/api/v1/session`, { headers });
    expect(read.status).toBe(200);
    expect(read.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('wrong passwords', () => {
  async function lockedFrom(server: TestServer, email: string): Promise<readonly unknown[]> {
    const stage = new Stage(server, await makeWorld(server));
    await stage.accept(await stage.invited(['staff']), email);
    const guess = async (address: string) => {
      const response = await fetch(`${server.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ email, password: 'ちがうことばを選ぶ人' }),
      });
      return ((await response.json()) as { code: string }).code;
    };
    for (let failure = 0; failure < 5; failure += 1) await guess('203.0.113.9');
    return [await guess('203.0.113.9'), await guess('203.0.113.10')];
  }

  it('are counted by the address a proxy on this machine names', async () => {
    const behind = await startTestServer({ publicUrl });
    expect(await lockedFrom(behind, 'a@example.jp')).toEqual(['identity/locked', 'identity/sign-in-refused']);
    await behind.stop();
  });

  it('are counted as of one place whatever a caller says of itself', async () => {
    expect(await lockedFrom(plain, 'b@example.jp')).toEqual(['identity/locked', 'identity/locked']);
  });
});
