import { forbiddenWordCanaries } from './canaries/forbidden-words.ts';
import type { Findings, Gate } from './gate.ts';
import { isSource, repositoryFiles, textOf } from './repository.ts';

type Rule = { readonly pattern: RegExp; readonly why: string; readonly applies: (path: string) => boolean };

const everywhere = (path: string) => !/\.(pdf|png|jpg|webp|xlsx|docx|zip|ttf|woff2)$/.test(path) && path !== 'LICENSE';
const script = (path: string) => isSource(path) && !path.endsWith('.css');

const rules: readonly Rule[] = [
  {
    pattern: /(?<![\w.:/$}~-])\/(home|root|work|Users|mnt|media)\/[\w.-]/,
    why: 'a folder of one machine',
    applies: everywhere,
  },
  { pattern: /\b[A-Z]:\\{1,2}(Users|Work)\\/i, why: 'a folder of one machine', applies: everywhere },
  { pattern: /\/\/(registry|npm|nexus|artifactory)\.[a-z0-9-]/, why: 'a package host', applies: everywhere },
  { pattern: /\bas unknown as\b/, why: 'a cast that hides a wrong type', applies: script },
  { pattern: /@ts-(ignore|nocheck)/, why: 'a switched-off type check', applies: script },
  {
    pattern: /@ts-expect-error\s*(\*\/\}?)?$/,
    why: 'a suppression without its reason on the same line',
    applies: script,
  },
  { pattern: /\b([T]ODO|[F]IXME|[X]XX)\b/, why: 'something left undone', applies: script },
];

async function inspect(root: string): Promise<Findings> {
  const files = repositoryFiles(root).filter(everywhere);
  const faults = files.flatMap((path) => faultsOf(path, textOf(root, path)));
  return { faults, seen: `${files.length} files` };
}

function faultsOf(path: string, text: string): readonly string[] {
  const applying = rules.filter(({ applies }) => applies(path));
  return text
    .split('\n')
    .flatMap((line, index) =>
      applying
        .filter(({ pattern }) => pattern.test(line))
        .map(({ pattern, why }) => `${path}:${index + 1}: ${why}: ${pattern.exec(line)?.[0] ?? ''}`),
    );
}

/** Words that tie the repository to one machine or hide a fault. */
export const forbiddenWords: Gate = {
  name: 'forbidden words',
  inspect,
  scaffold: [],
  canaries: forbiddenWordCanaries,
};
