import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const above = (folder: string): readonly string[] =>
  dirname(folder) === folder ? [folder] : [folder, ...above(dirname(folder))];

/** Where a file of an archive would stand that was unpacked here, or in the folder for files of a moment, with or without climbing. */
export function unpackedFiles(name: string, from: readonly string[] = [process.cwd(), tmpdir()]): readonly string[] {
  const folders = new Set(from.flatMap(above).flatMap((folder) => [folder, join(folder, 'tmp'), join(folder, 'etc')]));
  return [...folders].map((folder) => join(folder, name)).filter((path) => existsSync(path));
}
