import { z } from 'zod';
import { dependencyCanaries } from './canaries/dependencies.ts';
import { linesOf, runTool } from './command.ts';
import type { Findings, Gate } from './gate.ts';
import { isSource, repositoryFiles } from './repository.ts';

const roots = ['src', 'bin', 'gates', 'e2e', 'bench'];

const cruiseSchema = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

async function inspect(root: string): Promise<Findings> {
  const sources = repositoryFiles(root).filter((path) => isSource(path) && roots.includes(path.split('/')[0] ?? ''));
  const scripts = sources.filter((path) => !path.endsWith('.css'));
  const folders = roots.filter((folder) => scripts.some((path) => path.startsWith(`${folder}/`)));
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders];
  const { code, stdout, stderr } = await runTool('depcruise', args, root);
  if (code !== 0 && stdout === '') return { faults: linesOf(stderr), seen: 'nothing' };
  const { modules, summary } = cruiseSchema.parse(JSON.parse(stdout));
  const cruised = new Set(modules.map(({ source }) => source));
  const unseen = scripts.filter((path) => !cruised.has(path) && !path.endsWith('.d.ts'));
  const violations = summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`);
  return { faults: [...unseen.map((path) => `${path}: not seen`), ...violations], seen: `${scripts.length} modules` };
}

/** Who may import whom. A file the tool did not see is a fault: blind, it finds nothing and passes. */
export const dependencies: Gate = {
  name: 'dependency rules',
  inspect,
  scaffold: ['.dependency-cruiser.mjs', 'gates/dependency-rules.ts', 'gates/capabilities.json', 'tsconfig.base.json'],
  canaries: dependencyCanaries,
};
