import { join } from 'node:path';
import { linesOf, runNode } from './command.ts';
import type { Findings, Gate } from './gate.ts';

const script = join(import.meta.dirname, 'openapi.ts');
const path = 'api/openapi.json';

async function inspect(root: string): Promise<Findings> {
  const { code, stdout, stderr } = await runNode([script, '--check', join(root, path)], root);
  return { faults: code === 0 ? [] : [`${path}: is stale`, ...linesOf(stdout + stderr)], seen: path };
}

/** The committed OpenAPI document is what the contracts generate. */
export const apiDocument: Gate = {
  name: 'API document',
  inspect,
  scaffold: [],
  canaries: [{ path, text: '{}\n', reported: ['stale'] }],
};
