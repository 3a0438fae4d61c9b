import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from '../embedded/binaries.ts';

/** The PostgreSQL that MAMORI_TEST_POSTGRES names by the folder of its programs; undefined where the tests take the embedded one. */
export async function testBinaries(folder = process.env.MAMORI_TEST_POSTGRES): Promise<Binaries | undefined> {
  if (!folder) return undefined;
  const programs = { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
  const { stdout } = await promisify(execFile)(programs.postgres, ['--version']);
  const major = /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1];
  if (major === undefined) throw new Error(`${programs.postgres} says ${stdout}`);
  return { ...programs, major: Number(major) };
}
