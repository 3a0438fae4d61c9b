import { fileNameCanaries } from './canaries/file-names.ts';
import type { Findings, Gate } from './gate.ts';
import { repositoryFiles } from './repository.ts';

const wholeNames = ['common', 'data', 'info', 'manager', 'misc', 'service', 'services', 'types'];
const words = ['helper', 'helpers', 'misc', 'util', 'utils'];

const isCode = (path: string) => /^(src|bin|gates|e2e|bench|content|db|docs)\//.test(path);

/** The part of the path that says nothing about a subject, if any. */
function emptyWord(path: string): string | undefined {
  const names = path.split('/').flatMap((segment) => segment.toLowerCase().split('.').slice(0, -1).concat(segment));
  return (
    names.find((name) => wholeNames.includes(name)) ??
    names.flatMap((name) => name.split(/[-_.]/)).find((word) => words.includes(word))
  );
}

async function inspect(root: string): Promise<Findings> {
  const files = repositoryFiles(root).filter(isCode);
  const faults = files.flatMap((path) => {
    const word = emptyWord(path);
    return word ? [`${path}: "${word}" names no subject; a function lives where its subject is`] : [];
  });
  return { faults, seen: `${files.length} files` };
}

/** Names that collect what has no place. */
export const fileNames: Gate = { name: 'file names', inspect, scaffold: [], canaries: fileNameCanaries };
