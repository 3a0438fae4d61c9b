import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Evidence } from '#core/evidence/contract.ts';
import type { Answer, Run } from '#core/sheet/run.ts';
import { verifyBackup } from '../platform/backup/restore-backup.ts';
import { flipped } from '../platform/backup/testing/altered-file.ts';
import { Caller, directorEmail, openRun, setUpInstallation } from './testing/installation.ts';
import { ask, type Place, read } from './testing/lasting/ask.ts';
import { chanceOf, chosenSeed } from './testing/lasting/seeded.ts';
import { Writers } from './testing/lasting/writers.ts';
import { runOwnCommand } from './testing/own-command.ts';
import { type OwnProcess, startOwnProcess } from './testing/own-process.ts';

const unlimited = { MAMORI_RATE_LIMITS: 'off' };
const passphrase = { MAMORI_BACKUP_PASSPHRASE: 'うみのちかくのびょういんのことば' };
const otherPassphrase = { MAMORI_BACKUP_PASSPHRASE: 'そらのちかくのびょういんのことば' };
const drawing = Buffer.from(`%PDF-1.7\n${'構成図'.repeat(200_000)}\n%%EOF\n`);
const seed = chosenSeed();

let base: string;
let dataDir: string;
let sealed: string;
let plain: string;
let mamori: OwnProcess | undefined;
let place: Place;
let run: string;
let secret: string;
let writers: Writers;
let told: Promise<readonly string[]>;
/** What every answer was before the backup of the serving installation began, and once it had ended. */
let before: readonly Answer[];
let after: readonly Answer[];

const answers = async (at = place) => (await read<Run>(at, `/runs/${run}`)).answers;
const there = (name: string) => join(base, name);
async function stop(): Promise<void> {
  expect(await mamori?.stop()).toBe(0);
  mamori = undefined;
}

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'mamori-backed-up-'));
  [dataDir, sealed, plain] = [there('here'), there('mamori.age'), there('mamori.backup')];
  mamori = await startOwnProcess(dataDir, unlimited);
  const hospital = { name: 'みなと病院', type: 'hospital', beds: 120 } as const;
  const made = await setUpInstallation(mamori.url, mamori.setupLink ?? '', hospital);
  run = (await openRun(made.caller, made.facilityId, 'hospital')).split('/').at(-1) ?? '';
  ({ secret } = made);
  place = { url: mamori.url, cookie: made.caller.cookie, facilityId: made.facilityId };
  writers = new Writers(place, run, chanceOf(seed));
  await writers.once();
  const [first] = await answers();
  const added = await ask(place, {
    method: 'POST',
    path: `/items/${first?.itemId}/evidence?name=drawing.pdf`,
    bytes: drawing,
  });
  expect(added?.status).toBe(200);
});
afterAll(async () => {
  await mamori?.stop();
  await rm(base, { recursive: true, force: true });
});

test(`an installation is backed up by the command while it serves twenty who write (MAMORI_SEED=${seed})`, async () => {
  before = await answers();
  told = writers.untilGone();
  const begun = writers.acknowledged;
  const made = await runOwnCommand(dataDir, ['backup', sealed, '--format', 'json'], passphrase);
  expect(writers.acknowledged - begun).toBeGreaterThan(20);
  after = await answers();
  expect(made).toMatchObject({ code: 0, err: expect.stringContaining('控えています…') });
  const { tables } = await verifyBackup(sealed, passphrase.MAMORI_BACKUP_PASSPHRASE);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  expect(JSON.parse(made.out)).toMatchObject({ file: sealed, encrypted: true, tables: tables.length, rows });
}, 120_000);

test('beside the Mamori that serves it is not restored, with exit code 2 and words, and that one goes on', async () => {
  const refused = await runOwnCommand(dataDir, ['restore', sealed, '--replace', '--yes'], passphrase);
  expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Mamori（npm start）') });
  expect((await fetch(`${place.url}/healthz`)).status).toBe(200);
  await stop();
  expect(await told).toEqual([]);
}, 60_000);

/** What the stopped installation holds, table by table, and the key its secrets are sealed with. */
async function held(): Promise<unknown> {
  const made = await runOwnCommand(dataDir, ['backup', plain, '--force']);
  expect(made).toMatchObject({ code: 0, out: expect.stringContaining('控えました') });
  const { tables, header } = await verifyBackup(plain, undefined);
  return { tables, secrets: header.secrets };
}
const cutOff = async (into: string) => writeFile(into, (await readFile(sealed)).subarray(0, -1));
const altered = async (into: string) => flipped(plain, 2_000, into);
const closed = async (into: string) => copyFile(sealed, into);
const isUnusable = '途中で切れているか、変えられています';

test.each<[string, (into: string) => Promise<void>, NodeJS.ProcessEnv, string]>([
  ['that is cut off', cutOff, passphrase, isUnusable],
  ['that is altered', altered, {}, isUnusable],
  ['under another passphrase', closed, otherPassphrase, '合言葉が違います'],
])(
  'a file %s is refused with exit code 2 and words, and nothing is touched',
  async (_, spoil, env, words) => {
    const were = await held();
    const spoilt = there('spoilt');
    await spoil(spoilt);
    const refused = await runOwnCommand(dataDir, ['restore', spoilt, '--replace', '--yes'], env);
    expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining(words) });
    expect(refused.err).toContain('何も変えていません');
    expect(await held()).toEqual(were);
  },
  120_000,
);

const revisionsOf = (of: readonly Answer[]) => new Map(of.map(({ itemId, revision }) => [itemId, revision]));

/** As each was at one moment between the two looks. */
function expectMomentOfBackup(restored: readonly Answer[]): void {
  const [least, most] = [revisionsOf(before), revisionsOf(after)];
  expect(restored.length).toBe(least.size);
  for (const { itemId, revision, note } of restored) {
    expect(revision).toBeGreaterThanOrEqual(least.get(itemId) ?? 0);
    expect(revision).toBeLessThanOrEqual(most.get(itemId) ?? 0);
    expect(note).toBe(`${revision} 回目`);
  }
}

/** Of the drawing it is known what it held. */
async function expectWholeFiles(at: Place): Promise<void> {
  for (const { id, name, size } of await read<Evidence[]>(at, '/evidence')) {
    const content = await ask(at, { method: 'GET', path: `/evidence/${id}/content` });
    expect({ name, size: content?.bytes.length }).toEqual({ name, size });
    if (name === 'drawing.pdf') expect(content?.bytes.equals(drawing)).toBe(true);
  }
}

test('what was made while it served comes back in an empty data folder: people sign in there, all of it is there, and work goes on', async () => {
  const folder = there('empty');
  await mkdir(folder);
  const back = await runOwnCommand(folder, ['restore', sealed], passphrase);
  expect(back).toMatchObject({ code: 0, out: expect.stringContaining('戻しました') });
  expect(await runOwnCommand(folder, ['activity', 'verify'])).toMatchObject({ code: 0 });
  mamori = await startOwnProcess(folder, unlimited);
  expect(mamori.setupLink).toBe(undefined);
  const stale = await ask({ ...place, url: mamori.url }, { method: 'GET', path: '/evidence' });
  expect(stale?.status).toBe(401);
  const director = new Caller(mamori.url);
  await director.signIn(directorEmail, secret);
  const at = { ...place, url: mamori.url, cookie: director.cookie };
  expectMomentOfBackup(await answers(at));
  await expectWholeFiles(at);
  const added = await ask(at, {
    method: 'POST',
    path: `/items/${before[0]?.itemId}/evidence?name=new.pdf`,
    bytes: drawing,
  });
  expect(added?.status).toBe(200);
  await stop();
}, 180_000);
