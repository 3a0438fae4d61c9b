import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CannotStart } from '../platform/cannot-start.ts';
import { secretFile } from '../platform/database/secret.ts';
import { readSettings } from './settings.ts';
import { setUpInstallation } from './testing/installation.ts';
import { startOwnProcess } from './testing/own-process.ts';

const otherKey = Buffer.alloc(32, 9).toString('base64url');

describe('the setting of the second-factor key', () => {
  const keyOf = (env: NodeJS.ProcessEnv) => readSettings(env, { root: tmpdir() }).secondFactorKey;

  test('is taken as it is, and left to the data folder where nothing is set', () => {
    expect(keyOf({ MAMORI_SECOND_FACTOR_KEY: otherKey })).toBe(otherKey);
    expect(keyOf({})).toBeUndefined();
    expect(keyOf({ MAMORI_SECOND_FACTOR_KEY: '' })).toBeUndefined();
  });

  test.each(['short', `${otherKey}A`, `${otherKey.slice(1)}+`])('refuses %s, which is no key of 32 bytes', (key) => {
    expect(() => keyOf({ MAMORI_SECOND_FACTOR_KEY: key })).toThrow(CannotStart);
    expect(() => keyOf({ MAMORI_SECOND_FACTOR_KEY: key })).toThrow('32バイト');
  });
});

describe('an installation in which a second factor is confirmed', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'mamori-key-'));
    const mamori = await startOwnProcess(dataDir);
    const clinic = { name: 'みなと診療所', type: 'clinic', beds: null } as const;
    await setUpInstallation(mamori.url, mamori.setupLink ?? '', clinic);
    await mamori.stop();
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  test('does not start with another key and says why', async () => {
    await expect(startOwnProcess(dataDir, { MAMORI_SECOND_FACTOR_KEY: otherKey })).rejects.toThrow(
      '確認コードの鍵が、データベースに登録されている確認コードと合いません',
    );
  }, 60_000);

  test('starts with its key given as a setting where the file is gone', async () => {
    const file = secretFile(dataDir, 'second-factor');
    const key = (await readFile(file, 'utf8')).trim();
    await rm(file);
    const mamori = await startOwnProcess(dataDir, { MAMORI_SECOND_FACTOR_KEY: key });
    expect((await fetch(`${mamori.url}/healthz`)).status).toBe(200);
    await mamori.stop();
  }, 60_000);
});
