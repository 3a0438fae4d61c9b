import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from '../embedded/binaries.ts';

/** The PostgreSQL in a folder of programs; undefined without one, where the tests take the embedded one. */
export async function testBinaries(folder: string | undefined): Promise<Binaries | undefined> {
  if (!folder) return undefined;
  const programs = { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
  const { stdout } = await promisify(execFile)(programs.postgres, ['--version']);
  const major = /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1];
  if (major === undefined) throw new Error(`${programs.postgres} says ${stdout}`);
  return { ...programs, major: Number(major) };
}
