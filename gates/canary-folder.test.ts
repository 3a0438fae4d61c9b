import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failedCanaries } from './canary-folder.ts';
import type { Gate } from './gate.ts';
import { repositoryFiles, textOf } from './repository.ts';

const root = resolve(import.meta.dirname, '..');
const wrong = { path: 'src/wrong.ts', text: 'wrong\n', reported: ['wrong word'] };
const right = { path: 'src/right.ts', text: 'right\n', reported: [] };

function gate(inspect: (folder: string) => readonly string[]): Gate {
  return {
    name: 'words',
    scaffold: ['LICENSE'],
    canaries: [wrong, right],
    inspect: async (folder) => ({ faults: inspect(folder), seen: '' }),
  };
}

describe('canaries of a gate', () => {
  it('are content with a gate that reports the violation only', async () => {
    const looking = gate((folder) =>
      repositoryFiles(folder)
        .filter((path) => path.startsWith('src/') && textOf(folder, path).includes('wrong'))
        .map((path) => `${path}: wrong word`),
    );
    expect(await failedCanaries(looking, root)).toEqual([]);
  });

  it('name the violation a blind gate misses', async () => {
    const blind = gate(() => []);
    expect(await failedCanaries(blind, root)).toEqual(['canary not reported: src/wrong.ts should give "wrong word"']);
  });

  it('name the right file an over-eager gate reports', async () => {
    const eager = gate(() => ['src/wrong.ts: wrong word', 'src/right.ts: wrong word']);
    expect(await failedCanaries(eager, root)).toEqual(['canary reported though right: src/right.ts: wrong word']);
  });

  it('stand beside the files the gate needs, in a folder without anything else of the repository', async () => {
    const listed: string[] = [];
    await failedCanaries(
      gate((folder) => {
        listed.push(...repositoryFiles(folder));
        return [];
      }),
      root,
    );
    expect(listed).toEqual(['.gitignore', 'LICENSE', 'package.json', 'src/right.ts', 'src/wrong.ts']);
  });
});
