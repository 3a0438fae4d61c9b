import { load } from 'js-yaml';
import { z } from 'zod';
import { asvsCanaries } from './canaries/asvs.ts';
import type { Findings, Gate } from './gate.ts';
import { repositoryFiles, textOf } from './repository.ts';

const list = 'docs/asvs.yaml';
const ids = 'gates/asvs-ids.txt';
const mostOpen = 5;

const entrySchema = z.strictObject({
  id: z.string(),
  status: z.enum(['met', 'na', 'open']),
  by: z.string().trim().min(1, 'is empty'),
  /** A package without which the entry holds: once it is there, the entry is to be thought about again. */
  without: z.string().optional(),
});
type Entry = z.infer<typeof entrySchema>;

function readEntry(given: unknown): Entry | readonly string[] {
  const read = entrySchema.safeParse(given);
  if (read.success) return read.data;
  const id = typeof given === 'object' && given !== null && 'id' in given ? String(given.id) : 'an entry';
  return read.error.issues.map(({ path, message }) => `${list}: ${id}: ${path.join('.')}: ${message}`);
}

/** What stands in backticks and looks like a file. */
const filesIn = (by: string) =>
  [...by.matchAll(/`([^`\s]+)`/g)].map(([, word = '']) => word).filter((word) => /[/.]\w/.test(word));

function faultsOf({ id, status, by, without }: Entry, paths: ReadonlySet<string>, packages: string): readonly string[] {
  const files = filesIn(by);
  return [
    ...files.filter((file) => !paths.has(file)).map((file) => `${list}: ${id}: ${file} does not exist`),
    ...(status === 'met' && files.length === 0 ? [`${list}: ${id}: names no test or file that shows it`] : []),
    ...(without !== undefined && packages.includes(`"${without}":`)
      ? [`${list}: ${id}: holds without ${without} only, which is there`]
      : []),
  ];
}

function countFaults(entries: readonly Entry[], known: readonly string[]): readonly string[] {
  const given = entries.map(({ id }) => id);
  const open = entries.filter(({ status }) => status === 'open');
  return [
    ...known.filter((id) => !given.includes(id)).map((id) => `${list}: ${id} is missing`),
    ...given.filter((id) => !known.includes(id)).map((id) => `${list}: ${id} is not known`),
    ...given.filter((id, place) => given.indexOf(id) !== place).map((id) => `${list}: ${id} stands twice`),
    ...(open.length > mostOpen ? [`${list}: ${open.length} open, at most ${mostOpen}`] : []),
  ];
}

async function inspect(root: string): Promise<Findings> {
  const paths = new Set(repositoryFiles(root));
  if (!paths.has(list)) return { faults: [`${list} does not exist`], seen: 'nothing' };
  const known = textOf(root, ids).split('\n').filter(Boolean);
  const read = z
    .array(z.unknown())
    .parse(load(textOf(root, list)))
    .map(readEntry);
  const entries = read.flatMap((entry) => ('id' in entry ? [entry] : []));
  const packages = textOf(root, 'package.json');
  const count = (status: Entry['status']) => entries.filter((entry) => entry.status === status).length;
  return {
    faults: [
      ...read.flatMap((entry) => ('id' in entry ? faultsOf(entry, paths, packages) : entry)),
      ...countFaults(entries, known),
    ],
    seen: `${entries.length} requirements: ${count('met')} met, ${count('na')} not applicable, ${count('open')} open`,
  };
}

/** OWASP ASVS 5.0.0, levels 1 and 2: every requirement has its answer, and what an answer names is there. */
export const asvs: Gate = { name: 'ASVS', inspect, scaffold: [ids], canaries: asvsCanaries };
