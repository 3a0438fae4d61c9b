import { z } from 'zod';
import { deadCodeCanaries } from './canaries/dead-code.ts';
import { linesOf, runTool } from './command.ts';
import type { Findings, Gate } from './gate.ts';

const namesSchema = z.array(z.object({ name: z.string() }));
const reportSchema = z.object({
  issues: z.array(z.object({ file: z.string() }).catchall(z.union([namesSchema, z.array(namesSchema)]))),
});

async function inspect(root: string): Promise<Findings> {
  const { stdout, stderr } = await runTool('knip', ['--reporter', 'json', '--no-progress', '--no-config-hints'], root);
  const report = stdout.split('\n').find((line) => line.startsWith('{"issues"'));
  if (!report) return { faults: linesOf(stdout + stderr), seen: 'nothing' };
  const { issues } = reportSchema.parse(JSON.parse(report));
  const faults = issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, found]) => found.flat().map(({ name }) => `${file}: ${kind}: ${name}`)),
  );
  const errors = linesOf(stderr).filter((line) => line.startsWith('ERROR'));
  return { faults: [...errors, ...faults], seen: 'files, exports, packages' };
}

/** Files, exports and packages nobody uses, and packages used but not declared. */
export const deadCode: Gate = {
  name: 'dead code',
  inspect,
  scaffold: ['knip.json'],
  canaries: deadCodeCanaries,
};
