import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepSecret, secretFile } from './secret.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mamori-secret-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

test('a secret is long, stays the same, and only we may read it', async () => {
  const secret = await keepSecret(dataDir, 'one');
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(await keepSecret(dataDir, 'one')).toBe(secret);
  expect(await keepSecret(dataDir, 'two')).not.toBe(secret);
  expect((await stat(secretFile(dataDir, 'one'))).mode & 0o777).toBe(0o600);
});

test('all who ask for a new secret at the same moment get the same one, and no draft stays', async () => {
  const secrets = await Promise.all(Array.from({ length: 8 }, () => keepSecret(dataDir, 'one')));
  expect(new Set(secrets).size).toBe(1);
  expect(await readdir(join(dataDir, 'secrets'))).toEqual(['one.txt']);
});
