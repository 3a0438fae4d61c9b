import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Row, unbudgeted } from '../row.ts';
import type { Both } from './growth.ts';
import type { World } from './world.ts';

const main = join(import.meta.dirname, '../../src/server/main.ts');
const million = 1_000_000;

async function mamori(dataDir: string, ...args: readonly string[]): Promise<string> {
  const env = { ...process.env, MAMORI_DATA_DIR: dataDir };
  const flags = ['--disable-warning=ExperimentalWarning', main, 'mamori', ...args];
  return (await promisify(execFile)(process.execPath, flags, { env, maxBuffer: 100 * million })).stdout;
}

type Taken = { readonly seconds: number; readonly rows: number; readonly bytes: number };

async function timed(dataDir: string, ...args: readonly string[]): Promise<Taken> {
  const begun = performance.now();
  const facts = JSON.parse(await mamori(dataDir, ...args, '--format', 'json')) as Omit<Taken, 'seconds'>;
  return { ...facts, seconds: (performance.now() - begun) / 1000 };
}

/** Backs a world up while its server runs, and restores that into an empty data folder. */
async function backAndForth({ dataDir }: World): Promise<{ readonly backup: Taken; readonly restore: Taken }> {
  const folder = join(dataDir, '../backup');
  const [file, target] = [join(folder, 'all.backup'), join(folder, 'restored')];
  await mkdir(target, { recursive: true });
  try {
    const backup = await timed(dataDir, 'backup', file, '--force');
    return { backup, restore: await timed(target, 'restore', file) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const perMillion = ({ seconds, rows }: Taken) => (seconds * million) / rows;

/** How long backup and restore of the country take, and by how much a row of it takes longer than one of few. */
export async function backupRows({ few, nation }: Both<World>): Promise<readonly Row[]> {
  const measured = { few: await backAndForth(few), nation: await backAndForth(nation) };
  return (['backup', 'restore'] as const).map((act) =>
    unbudgeted({
      name: `${act} of the country`,
      value: measured.nation[act].seconds,
      unit: 's',
      raw: {
        few: measured.few[act],
        nation: measured.nation[act],
        growthOfARow: perMillion(measured.nation[act]) / perMillion(measured.few[act]),
      },
    }),
  );
}
