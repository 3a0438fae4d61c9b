import { z } from 'zod';
import { capabilityTableCanaries } from './canaries/capability-table.ts';
import type { Findings, Gate } from './gate.ts';
import { repositoryFiles, textOf } from './repository.ts';

const tableSchema = z.strictObject({
  usableByAll: z.array(z.string()),
  mayUse: z.record(z.string(), z.array(z.string())),
});
type MayUse = z.infer<typeof tableSchema>['mayUse'];

const law = 'gates/capabilities.json';
const described = 'ARCHITECTURE.md';
const notCapabilities = ['kernel', 'platform', 'ui', 'app', 'public'];

/** The last column of the table whose rows begin with a capability in backticks, by capability. */
function tableIn(text: string): ReadonlyMap<string, string> {
  const part = text.slice(text.indexOf('| capability |')).split('\n\n')[0] ?? '';
  return new Map(
    [...part.matchAll(/^\| `([a-z-]+)` \|.*\| ?([a-z, ]*?) ?\|$/gm)].map(([, name = '', uses = '']) => [name, uses]),
  );
}

function differences(mayUse: MayUse, text: string): readonly string[] {
  const table = tableIn(text);
  const inLaw = Object.entries(mayUse).map(([name, uses]) => [name, uses.join(', ')] as const);
  return [
    ...inLaw
      .filter(([name, uses]) => table.get(name) !== uses)
      .map(([name]) => `${described}: the row of ${name} differs from ${law}`),
    ...[...table.keys()]
      .filter((name) => !(name in mayUse))
      .map((name) => `${described}: ${name} does not stand in ${law}`),
  ];
}

function reaches(mayUse: MayUse, from: string, to: string, passed: readonly string[] = []): boolean {
  if (passed.includes(from)) return false;
  return (mayUse[from] ?? []).some((used) => used === to || reaches(mayUse, used, to, [...passed, from]));
}

async function inspect(root: string): Promise<Findings> {
  const { mayUse, usableByAll } = tableSchema.parse(JSON.parse(textOf(root, law)));
  const names = Object.keys(mayUse);
  const folders = new Map(
    repositoryFiles(root).flatMap((path) => {
      const [, , folder, file] = /^src\/(core|server|web)\/([^/]+)\/(.)/.exec(path) ?? [];
      return folder && file ? [[folder, path] as const] : [];
    }),
  );
  const unknown = [...folders].filter(([folder]) => !names.includes(folder) && !notCapabilities.includes(folder));
  const used = [...usableByAll, ...Object.values(mayUse).flat()].filter((name) => !names.includes(name));
  return {
    faults: [
      ...differences(mayUse, textOf(root, described)),
      ...unknown.map(([folder, path]) => `${path}: ${folder} is no capability of ${law}`),
      ...used.map((name) => `${law}: ${name} is used but does not stand there`),
      ...names.filter((name) => reaches(mayUse, name, name)).map((name) => `${law}: ${name} uses itself in a circle`),
    ],
    seen: `${names.length} capabilities`,
  };
}

/** The table of capabilities is one: the law, its description and the folders say the same, without circles. */
export const capabilityTable: Gate = {
  name: 'capability table',
  inspect,
  scaffold: [],
  canaries: capabilityTableCanaries,
};
