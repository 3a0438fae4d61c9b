import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CannotStart } from '../../platform/cannot-start.ts';
import { webClient } from '../../platform/http/web-client.ts';
import { readSettings } from '../settings.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { addTestFacility } from '../testing/world.ts';
import { claimFolder, markFilled } from './demo-folder.ts';
import { demoHead } from './demo-head.ts';
import { openDemo } from './open-demo.ts';

const now = new Date('2026-11-21T03:00:00Z');

describe('the data folder of the fictional region', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  test('is claimed empty, stays to be filled until it is, and is filled once', async () => {
    expect(await claimFolder(server.db, now)).toBe('to-fill');
    expect(await claimFolder(server.db, now)).toBe('to-fill');
    await markFilled(server.db, now);
    expect(await claimFolder(server.db, now)).toBe('filled');
  });
});

test('a folder with a facility of its own is refused and left alone', async () => {
  const server = await startTestServer();
  try {
    await addTestFacility(server, { name: '丘の上病院' }, ['planner']);
    const opening = openDemo({ db: server.db, now, say: () => undefined });
    await expect(opening).rejects.toThrow(CannotStart);
    await expect(claimFolder(server.db, now)).rejects.toThrow('別のフォルダ');
  } finally {
    await server.stop();
  }
});

describe('the settings with --demo', () => {
  const root = tmpdir();
  const demo = (env: NodeJS.ProcessEnv) => readSettings(env, { demo: true, root });

  test('use a data folder of their own', () => {
    expect(demo({})).toMatchObject({ demo: true, dataDir: join(root, 'data-demo'), host: 'localhost' });
    expect(readSettings({}, { root })).toMatchObject({ demo: false, dataDir: join(root, 'data') });
  });

  test.each([
    ['a host others can reach', { HOST: '0.0.0.0', TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' }],
    ['a proxy in front', { MAMORI_PUBLIC_URL: 'https://mamori.example' }],
    ['a database of its own', { DATABASE_URL: 'postgres://localhost/mamori' }],
  ])('refuse %s, which is fine without it', (_, env) => {
    expect(() => demo(env)).toThrow(CannotStart);
    expect(() => demo(env)).toThrow('--demo');
    expect(readSettings(env, { root }).demo).toBe(false);
  });
});

test('every page of the fictional region says so in its head, and no other page does', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mamori-web-'));
  await writeFile(join(folder, 'index.html'), '<html><head><title>まもり</title></head><body></body></html>');
  const pageOf = async (head?: string) => (await (await webClient(folder, head)).request('/facilities')).text();
  try {
    expect(await pageOf(demoHead)).toContain('<meta name="mamori-demo" content="on" /></head>');
    expect(await pageOf()).not.toContain('mamori-demo');
  } finally {
    await rm(folder, { recursive: true });
  }
});
