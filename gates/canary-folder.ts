import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Canary, Gate } from './gate.ts';
import { git } from './git.ts';

/** What the gate gets wrong on its canaries, as lines. A gate that misses one cannot be trusted when it finds nothing. */
export async function failedCanaries(gate: Gate, root: string): Promise<readonly string[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mamori-canary-')));
  try {
    build(gate, root, folder);
    const { faults } = await gate.inspect(folder);
    return gate.canaries.flatMap((canary) => misjudged(canary, faults));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function misjudged({ path, reported, place = path }: Canary, faults: readonly string[]): readonly string[] {
  const wrong = reported.length === 0 ? faults.filter((fault) => fault.startsWith(path)) : [];
  const missed = reported.filter((word) => !faults.some((fault) => fault.includes(place) && fault.includes(word)));
  return [
    ...wrong.map((fault) => `canary reported though right: ${fault}`),
    ...missed.map((word) => `canary not reported: ${path} should give "${word}"`),
  ];
}

function build(gate: Gate, root: string, folder: string): void {
  git(folder, ['init', '--quiet']);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const path of ['.gitignore', 'package.json', ...gate.scaffold]) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  for (const { path, text } of gate.canaries) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
