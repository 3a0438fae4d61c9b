import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type MigrationFile = { readonly name: string; readonly text: string };

export const migrationFolder = join(import.meta.dirname, '../../../../db/migrations');

/** The migrations this version knows, in their order. */
export async function readMigrations(folder: string): Promise<readonly MigrationFile[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file)).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.replace(/\.sql$/, ''),
      text: await readFile(join(folder, file), 'utf8'),
    })),
  );
}
