import { lintCanaries } from './canaries/lint.ts';
import { linesOf, runTool } from './command.ts';
import type { Findings, Gate } from './gate.ts';

const quiet = ['--colors=off', '--reporter=concise', '--max-diagnostics=none', '--diagnostic-level=warn'];
const args = ['ci', ...quiet, '--error-on-warnings'];

async function inspect(root: string): Promise<Findings> {
  const { code, stdout, stderr } = await runTool('biome', args, root);
  const lines = linesOf(stdout + stderr);
  const checked = lines.find((line) => /^Checked \d+ files?/.test(line));
  const seen = checked?.replace(/ in .*/, '') ?? 'nothing';
  if (code === 0 && checked) return { faults: [], seen };
  const faults = lines.filter((line) => /^[×!✖] /.test(line));
  return { faults: faults.length > 0 ? faults : lines, seen };
}

/** Format and lint. Warnings count: what need not be obeyed is switched off in biome.json. */
export const lint: Gate = { name: 'format and lint', inspect, scaffold: ['biome.json'], canaries: lintCanaries };
