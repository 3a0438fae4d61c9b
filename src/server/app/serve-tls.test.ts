import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type ConnectionOptions, connect } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OwnProcess, startOwnProcess } from './testing/own-process.ts';
import { tokenOf } from './testing/token-of.ts';

const certificate = join(import.meta.dirname, 'testing/localhost-certificate.pem');
const key = join(import.meta.dirname, 'testing/localhost-key.pem');

let dataDir: string;
let mamori: OwnProcess;
let ca: Buffer;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mamori-tls-'));
  ca = await readFile(certificate);
  mamori = await startOwnProcess(dataDir, { TLS_CERT: certificate, TLS_KEY: key });
});
afterAll(async () => {
  expect(await mamori.stop()).toBe(0);
  await rm(dataDir, { recursive: true, force: true });
});

type Answer = { readonly status: number; readonly headers: Record<string, unknown>; readonly body: string };

/** A request that believes the test certificate and no other. */
const ask = (method: string, path: string, { cookie = '', body }: { cookie?: string; body?: unknown } = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const sent = request(mamori.url + path, { method, ca, headers: { cookie, 'content-type': 'application/json' } });
    sent.once('error', reject);
    sent.once('response', async (response) =>
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await text(response) }),
    );
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });

test('with a certificate of its own it serves encrypted and nothing else', async () => {
  expect(mamori.url).toMatch(/^https:\/\/localhost:\d+$/);
  expect(await ask('GET', '/healthz')).toMatchObject({
    status: 200,
    headers: { 'strict-transport-security': 'max-age=31536000; includeSubDomains' },
  });
  await expect(fetch(`${mamori.url.replace('https', 'http')}/healthz`)).rejects.toThrow();
});

test('the printed link leads in over it, with a cookie that never leaves it', async () => {
  expect(mamori.setupLink).toMatch(/^https:/);
  const person = { name: '管理者', email: 'a@example.jp', password: 'ながいながいパスワード' };
  const made = await ask('POST', '/api/v1/setup', { body: { ...person, token: tokenOf(mamori.setupLink ?? '') } });
  expect(made.status).toBe(200);
  const [cookie = ''] = made.headers['set-cookie'] as string[];
  expect(cookie).toMatch(/^__Host-mamori=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect(await ask('GET', '/api/v1/session', { cookie: cookie.split(';')[0] ?? '' })).toMatchObject({ status: 200 });
});

/** The version and cipher agreed on, or undefined where the server takes none of what is offered. */
const agreed = (offered: ConnectionOptions) =>
  new Promise<string | undefined>((resolve) => {
    const socket = connect({ port: Number(new URL(mamori.url).port), host: 'localhost', ca, ...offered }, () => {
      resolve(`${socket.getProtocol()} ${socket.getCipher().name}`);
      socket.destroy();
    });
    socket.once('error', () => resolve(undefined));
  });

test.each<[string, ConnectionOptions, string | undefined]>([
  ['what is newest', {}, 'TLSv1.3 TLS_AES_256_GCM_SHA384'],
  ['1.2 by the strongest both know', { maxVersion: 'TLSv1.2' }, 'TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384'],
  ['not 1.1', { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' }, undefined],
  ['no cipher without authentication', { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES256-SHA384' }, undefined],
])('its encryption takes %s', async (_, offered, expected) => {
  expect(await agreed(offered)).toBe(expected);
});
