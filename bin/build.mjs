import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseNode } from './machine.mjs';
import { Ending, runStep, say } from './run.mjs';

const inputs = [
  'src/web',
  'src/core',
  'content',
  'vite.config.ts',
  'vite.product-font.ts',
  'tsconfig.base.json',
  'package-lock.json',
];
const isTest = (name) => /\.test\.tsx?$/.test(name);

function filesBelow(root, path) {
  const place = join(root, path);
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [path];
  const names = readdirSync(place).filter((name) => !isTest(name));
  return names.sort().flatMap((name) => filesBelow(root, `${path}/${name}`));
}

/** Fingerprint of everything the web client is made from. */
export function inputsHash(root) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesBelow(root, input))) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

const stampOf = (root) => join(root, 'dist', 'web', '.inputs');

export function isBuilt(root) {
  const stamp = stampOf(root);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === inputsHash(root);
}

export async function build(root, lend) {
  say('画面を組み立てています…');
  const hash = inputsHash(root);
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--logLevel', 'warn'];
  const code = await runStep(chooseNode(root), args, { cwd: root, onStart: lend });
  if (code !== 0) throw new Ending('画面の組み立てに失敗しました。上の表示を確かめてください。');
  writeFileSync(stampOf(root), hash);
  say('画面ができました。');
}
