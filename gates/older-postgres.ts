import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDebian } from './browser.ts';
import { follow } from './command.ts';
import type { Count } from './gate.ts';

/** The oldest PostgreSQL an installation may have, where Debian puts it. */
const programs = '/usr/lib/postgresql/15/bin';

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

/** Lets the tests of the server run on PostgreSQL 15; where it is not at hand and cannot be had, on the embedded one, and says so. */
export async function takeOlderPostgres(): Promise<Count> {
  if (process.env.MAMORI_TEST_POSTGRES) return { passed: 0, failed: 0 };
  if (await havePrograms()) {
    process.env.MAMORI_TEST_POSTGRES = programs;
    return { passed: 0, failed: 0 };
  }
  console.log(`PostgreSQL 15（${programs}）がないため、内蔵の PostgreSQL だけで試験します。`);
  return { passed: 0, failed: mayInstall() ? 1 : 0 };
}
