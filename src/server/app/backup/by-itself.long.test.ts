import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Backups } from '#core/app/backup-contract.ts';
import { verifyBackup } from '../../platform/backup/restore-backup.ts';
import { type Caller, setUpInstallation } from '../testing/installation.ts';
import { type OwnProcess, startOwnProcess } from '../testing/own-process.ts';

const minuteMs = 60_000;
const japanMs = 9 * 60 * minuteMs;
const passphrase = 'うみのちかくのびょういんのことば';
/** A start is over by then, and its first look at the clock. */
const startMs = 15_000;
/** Its minute, the one until the next look, and the backup with its restore test. */
const patient = { timeout: 240_000, interval: 500 };

let base: string;
let mamori: OwnProcess | undefined;
let administrator: Caller;
const there = (name: string) => join(base, name);

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'mamori-by-itself-'));
  for (const folder of ['first', 'second']) await mkdir(there(folder));
  await writeFile(there('phrase'), `${passphrase}\n`);
  const before = await startOwnProcess(there('data'));
  const clinic = { name: 'みなと診療所', type: 'clinic', beds: null } as const;
  ({ administrator } = await setUpInstallation(before.url, before.setupLink ?? '', clinic));
  expect(await before.stop()).toBe(0);
});
afterAll(async () => {
  expect(await mamori?.stop()).toBe(0);
  await rm(base, { recursive: true, force: true });
});

const digitsOf = (at: Date) => new Date(at.getTime() + japanMs).toISOString().replace(/\D/g, '');
const backups = (): Promise<Backups> => administrator.call('GET', '/backups');
const files = async (folder: string) => (await readdir(there(folder))).filter((name) => !name.endsWith('.draft'));

test('a Mamori that runs makes the backup of the day in its minute: written, copied, restored on trial, and nobody asked for it', async () => {
  const due = new Date(Math.ceil((Date.now() + startMs) / minuteMs) * minuteMs);
  const [, hour, minute] = /^\d{8}(\d\d)(\d\d)/.exec(digitsOf(due)) ?? [];
  mamori = await startOwnProcess(there('data'), {
    MAMORI_BACKUP_DIR: there('first'),
    MAMORI_BACKUP_COPY_DIR: there('second'),
    MAMORI_BACKUP_TIME: `${hour}:${minute}`,
    MAMORI_BACKUP_PASSPHRASE_FILE: there('phrase'),
  });
  administrator.url = mamori.url;
  expect(await backups()).toMatchObject({ schedule: { time: `${hour}:${minute}`, encrypted: true, copies: true } });
  await vi.waitUntil(async () => (await backups()).lastTrial, patient);
  const [name = '', ...more] = await files('first');
  expect([more, await files('second')]).toEqual([[], [name]]);
  expect(name).toMatch(/^mamori-\d{8}-\d{6}\.age$/);
  expect(name.replace(/\D/g, '') >= digitsOf(due).slice(0, 14)).toBe(true);
  expect(await readFile(there(`second/${name}`))).toEqual(await readFile(there(`first/${name}`)));
  expect((await verifyBackup(there(`first/${name}`), passphrase)).tables.length).toBeGreaterThan(10);
  const { backups: listed, lastTrial } = await backups();
  expect(listed).toMatchObject([{ state: 'done', fileName: name, copy: 'done', encrypted: true, failure: null }]);
  expect(lastTrial).toMatchObject({ state: 'passed', fileName: name });
}, 300_000);
