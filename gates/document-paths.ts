import { documentPathCanaries } from './canaries/document-paths.ts';
import type { Findings, Gate } from './gate.ts';
import { git } from './git.ts';
import { repositoryFiles, textOf } from './repository.ts';

const layers = ['core', 'server', 'web'];
const folders = ['src', 'content', 'db', 'api', 'bin', 'gates', 'bench', 'e2e', 'docs', '.ci'];
const heads = new Set([...folders, ...layers, ...layers.map((layer) => `#${layer}`)]);
const ending = /[\w>}*]\.(ts|tsx|mjs|js|css|json|md|yaml|sql)$/;

/** Inline code, fenced code and link targets, cut at spaces: where a document names files. */
function wordsOf(text: string): readonly { readonly word: string; readonly line: number }[] {
  let fenced = false;
  return text.split('\n').flatMap((content, index) => {
    if (content.trimStart().startsWith('```')) {
      fenced = !fenced;
      return [];
    }
    const links = [...content.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
    const code = fenced ? [content] : [...content.matchAll(/`([^`]+)`/g)].map(([, inside]) => inside ?? '');
    const words = [...links, ...code.flatMap((part) => part.split(/[\s"',;()=]+/))];
    return words.map((word) => ({ word: word.replace(/[.:/]+$/, '').replace(/^\.\//, ''), line: index + 1 }));
  });
}

/** The word as a pattern for paths: `<name>`, `{name}`, `*` and `…` stand for anything, `a|b` for either. */
function asPattern(word: string): RegExp {
  const literal = word.replace(/[.+?^$()[\]\\]/g, '\\$&');
  const open = literal.replace(/<[^>]*>|\{[^}]*\}|\*+|…/g, '[^/]*');
  return new RegExp(`^${open.replace(/[^/]*\|[^/]*/g, '(?:$&)')}(?:$|/)`);
}

function namesPath(word: string): boolean {
  if (/^(https?:|mailto:|[/@$~-])/.test(word)) return false;
  if (!word.includes('/')) return ending.test(word);
  return heads.has(word.split('/')[0] ?? '') || word.startsWith('../') || ending.test(word);
}

function exists(word: string, document: string, paths: readonly string[]): boolean {
  const bare = word.replace(/^#(core|server|web)\//, 'src/$1/').replace(/#.*$/, '');
  if (!bare.includes('/')) return paths.some((path) => asPattern(bare).test(path.split('/').at(-1) ?? ''));
  const beside = new URL(bare, `file:///${document}`).pathname.slice(1);
  const places = [bare, decodeURIComponent(beside), `src/${bare}`];
  return places.map(asPattern).some((pattern) => paths.some((path) => pattern.test(path)));
}

/** A superseded decision is history and may name what has gone. */
const isCurrent = (text: string) => !/^Status: superseded/m.test(text);

function isIgnored(root: string, word: string): boolean {
  try {
    return git(root, ['check-ignore', '--no-index', word, `${word}/`]) !== '';
  } catch {
    return false;
  }
}

async function inspect(root: string): Promise<Findings> {
  const paths = repositoryFiles(root);
  const documents = paths.filter((path) =>
    /^((README|ARCHITECTURE|CONTRIBUTING|SECURITY)\.md|docs\/.*\.md)$/.test(path),
  );
  const current = documents.filter((path) => isCurrent(textOf(root, path)));
  const named = current.flatMap((document) =>
    wordsOf(textOf(root, document))
      .filter(({ word }) => namesPath(word))
      .map((place) => ({ document, ...place })),
  );
  const missing = named.filter(({ word, document }) => !exists(word, document, paths) && !isIgnored(root, word));
  const faults = missing.map(({ document, line, word }) => `${document}:${line}: ${word} does not exist`);
  return { faults, seen: `${named.length} paths in ${current.length} documents` };
}

/** Every path a document names exists. */
export const documentPaths: Gate = {
  name: 'document paths',
  inspect,
  scaffold: [],
  canaries: documentPathCanaries,
};
