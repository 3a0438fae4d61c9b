import { join } from 'node:path';
import { contentCanaries } from './canaries/content.ts';
import { linesOf, runNode } from './command.ts';
import type { Findings, Gate } from './gate.ts';
import { repositoryFiles } from './repository.ts';

const script = join(import.meta.dirname, 'check-content.ts');

async function inspect(root: string): Promise<Findings> {
  const { code, stdout, stderr } = await runNode([script, join(root, 'content')], root);
  const files = repositoryFiles(root).filter((path) => path.startsWith('content/'));
  return { faults: code === 0 ? [] : linesOf(stdout + stderr), seen: `${files.length} files` };
}

/** Sheets, scales and clauses: shape, counts, links both ways, and no published version changed. */
export const content: Gate = { name: 'content', inspect, scaffold: ['content'], canaries: contentCanaries };
