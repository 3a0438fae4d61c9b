import { typeCanaries } from './canaries/type-check.ts';
import { linesOf, runTool } from './command.ts';
import type { Findings, Gate } from './gate.ts';

type Layer = keyof typeof typeCanaries;

function inspectLayer(layer: Layer) {
  return async (root: string): Promise<Findings> => {
    const args = ['-p', `src/${layer}`, '--pretty', 'false', '--listFiles'];
    const lines = linesOf((await runTool('tsc', args, root)).stdout);
    const files = lines.filter((line) => line.startsWith(root) && !line.includes('/node_modules/'));
    const faults = lines.filter((line) => /error TS\d+/.test(line));
    if (files.length === 0 && faults.length === 0) return { faults: ['tsc saw no file', ...lines], seen: '0 files' };
    return { faults, seen: `${files.length} files` };
  };
}

function typeCheck(layer: Layer): Gate {
  return {
    name: `types of ${layer}`,
    inspect: inspectLayer(layer),
    scaffold: ['tsconfig.base.json', `src/${layer}/tsconfig.json`],
    canaries: typeCanaries[layer],
  };
}

export const typesOfCore = typeCheck('core');
export const typesOfServer = typeCheck('server');
export const typesOfWeb = typeCheck('web');
