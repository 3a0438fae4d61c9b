import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isDebian } from './browser.ts';
import { follow, followTool, runTool } from './command.ts';
import type { Count } from './gate.ts';

/** The oldest PostgreSQL an installation may have, where Debian puts it. */
const programs = '/usr/lib/postgresql/15/bin';
const root = join(import.meta.dirname, '..');
const report = join(root, '.cache', 'older-postgres.json');
const reportSchema = z.object({ success: z.boolean(), numPassedTests: z.number(), numFailedTests: z.number() });

const opensDatabase = '^src/server/platform/database/testing/fresh-database[.]ts$';
const cruiseSchema = z.object({ modules: z.array(z.object({ source: z.string() })) });

/**
 * Every test of the server that opens a database of the shared cluster. Of the long ones, which kill processes, fill disks or send
 * thousands of requests, only the upgrade: it runs every migration over rows. Not the walk of who may do what, which asks the same
 * endpoints a hundred times over: the shown lines ask each of them once.
 */
async function testsOnDatabase(): Promise<readonly string[]> {
  const args = [
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    '--reaches',
    opensDatabase,
    'src/server',
  ];
  const { stdout } = await runTool('depcruise', args, root);
  const reaching = cruiseSchema.parse(JSON.parse(stdout)).modules.map(({ source }) => source);
  return reaching.filter(
    (path) =>
      path.endsWith('.test.ts') &&
      !path.endsWith('/app/access.test.ts') &&
      (!path.endsWith('.long.test.ts') || path.endsWith('/upgrade.long.test.ts')),
  );
}

const there = () => existsSync(join(programs, 'postgres')) && existsSync(join(programs, 'initdb'));
/** Where we may install them, that they are missing is a failure: a gate that gives way counts as passed for ever. */
const mayInstall = () => isDebian() && process.getuid?.() === 0;

async function havePrograms(): Promise<boolean> {
  if (there() || !mayInstall()) return there();
  console.error('PostgreSQL 15 が見つからないため、apt-get で postgresql-15 を入れます。');
  const how = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdout: 2 } as const;
  await follow('apt-get', ['update'], how);
  await follow('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql-15'], how);
  return there();
}

function counted(code: number): Count {
  try {
    const { success, numPassedTests, numFailedTests } = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
    const sound = code === 0 && success && numPassedTests > 0;
    return { passed: numPassedTests, failed: sound ? 0 : Math.max(1, numFailedTests) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** The tests of the server on PostgreSQL 15; where it is not at hand and cannot be had, that is said and nothing counted. */
export async function runOnOlderPostgres(): Promise<Count> {
  if (!(await havePrograms())) {
    console.log(`PostgreSQL 15（${programs}）がないため、PostgreSQL 15 での試験は行いませんでした。`);
    return { passed: 0, failed: mayInstall() ? 1 : 0 };
  }
  rmSync(report, { force: true });
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', '--project=server', '--project=alone', ...output, ...(await testsOnDatabase())];
  const env = { ...process.env, MAMORI_TEST_POSTGRES: programs, MAMORI_UPGRADE_EACH: '8' };
  const count = counted(await followTool('vitest', args, { env, stdout: 2 }));
  console.log(`PostgreSQL 15: ${count.passed} passed, ${count.failed} failed`);
  return count;
}
