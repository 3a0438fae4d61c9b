import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from './git.ts';

/** Paths of the files git knows or would take in, below `root`, with forward slashes. */
export function repositoryFiles(root: string): readonly string[] {
  const listed = git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  const paths = new Set(listed.split('\0').filter(Boolean));
  return [...paths].filter((path) => lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile()).sort();
}

/** Our own program text: TypeScript, JavaScript and styles. */
export function isSource(path: string): boolean {
  return /\.(ts|tsx|mjs|js|css)$/.test(path) && !path.endsWith('.gen.ts');
}

export function textOf(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
