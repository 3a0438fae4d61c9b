import { stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { isContractProcedure } from '@orpc/contract';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, parseAst } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { productFont } from './vite.product-font.ts';

/** React Aria carries the words of 34 languages; the client speaks Japanese. */
const japaneseOnly: Plugin = {
  name: 'japanese-only',
  load: {
    filter: { id: { include: /\/intl\/([^/]+\/)?[a-z]{2}-[A-Z]{2}\.mjs$/, exclude: /(ja-JP|en-US)\.mjs$/ } },
    handler: () => 'export default {};',
  },
};

/** What the client asks a route for; who may call it and what it is in words is for the server and the API page. */
function asked(contract: unknown): unknown {
  if (typeof contract !== 'object' || contract === null) return contract;
  if (!isContractProcedure(contract))
    return Object.fromEntries(Object.entries(contract).map(([name, part]) => [name, asked(part)]));
  const { method, path, inputStructure, outputStructure } = contract['~orpc'].route;
  return { '~orpc': { errorMap: {}, meta: {}, route: { method, path, inputStructure, outputStructure } } };
}

/** A contract reaches the browser as its routes only; its shapes are for types there, the server checks them. */
const routesOnly: Plugin = {
  name: 'routes-only',
  load: {
    filter: { id: /\/src\/core\/(?!kernel)[a-z-]+\/([a-z-]+\/)?([a-z-]+-)?contract\.ts$/ },
    async handler(id) {
      const { mtimeMs } = await stat(id);
      const made: Record<string, unknown> = await import(`${pathToFileURL(id).href}?${mtimeMs}`);
      return Object.entries(made)
        .filter(([name]) => name.endsWith('Contract'))
        .map(([name, contract]) => `export const ${name} = ${JSON.stringify(asked(contract))};`)
        .join('\n');
    },
  },
};

/** Where a core module makes values by calls, zod's shapes above all: the statements, and the names they declare. */
function madeIn(code: string) {
  return parseAst(code, { lang: 'ts' }).body.flatMap((statement) => {
    const exported = statement.type === 'ExportNamedDeclaration';
    const declared = exported ? statement.declaration : statement;
    if (declared?.type !== 'VariableDeclaration') return [];
    const [made, ...others] = declared.declarations;
    if (others.length > 0 || made?.id.type !== 'Identifier' || made.init?.type !== 'CallExpression') return [];
    return [{ start: statement.start, end: statement.end, init: made.init, name: made.id.name, exported }];
  });
}

const namesOf = (made: readonly { readonly name: string }[]) => made.map(({ name }) => name).join(', ');

/**
 * Core only computes, so what its modules make at their top may go where the browser does not use it. The made values
 * of a module move to a module of their own: a page that only needs a function beside a shape does not load zod.
 */
const pureCore: Plugin = {
  name: 'pure-core',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/core\/.*\.ts(\?made)?$/ },
    handler(code, id) {
      const made = madeIn(code).toReversed();
      if (made.length === 0) return undefined;
      if (id.endsWith('?made')) {
        const lazy = made.reduce((text, { init: { start, end } }) => {
          return `${text.slice(0, start)}/* @__PURE__ */ (() => ${text.slice(start, end)})()${text.slice(end)}`;
        }, code);
        const inner = made.filter(({ exported }) => !exported);
        return `${lazy}\nexport { ${namesOf(inner)} };`;
      }
      const rest = made.reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), code);
      const outer = made.filter(({ exported }) => exported);
      return `import { ${namesOf(made)} } from '${id}?made';\n${rest}\nexport { ${namesOf(outer)} };`;
    },
  },
};

/** Modules of ours that do something by being loaded; every other is left out where nothing of it is used. */
const acting = /\/(app\/(entry|trusted-types)|platform\/zod)\.tsx?$/;
const quiet = (id: string) => /\/src\/(core|web)\/.*\.tsx?(\?made)?$/.test(id) && !acting.test(id);

/**
 * What every page needs comes as one file: one request, and better compressed than the same in thirty. A front door
 * (`index.ts`) that only re-exports lets nothing else in; one with statements of its own would bring all behind it.
 */
const first = {
  name: 'first',
  priority: 3,
  tags: ['$initial' as const],
  test: (id: string) => !/\/src\/web\/(index\.html|app\/entry\.tsx)/.test(id),
};

/**
 * Around every page for signed-in people, and parts that many pages have (six or more: with fewer, each page would carry
 * what others need): one file each, because the browser asks for six at once and every further one waits.
 */
const frame = { name: 'frame', test: /\/src\/web\/app\/(SignedIn|FacilityFrame|PersonFrame)\.tsx/, priority: 1 };
const shared = { name: 'shared', minShareCount: 6 };

/** Of these what pages one reads need too, a result above all: without what is typed, ticked or signed in with. */
const typed =
  /\/src\/(core\/(compliance\/contract|identity|organisation\/which-sheet)|web\/ui\/(Checkbox|CopyButton|field-parts|Form|Radio|Select|TextField))/;
const readParts =
  /\/src\/(core|web\/(platform|ui))\/|\/src\/web\/sheet\/(item-href|sheet-part)|\/react-query\/.*\/useMutation\.js/;
const reading = {
  name: 'reading',
  minShareCount: 6,
  test: (id: string) => readParts.test(id) && !typed.test(id),
  // Before the frame: a page without one would load all of it for a dialog.
  priority: 2,
};

/** What is answered with: steps to choose from and a note. */
const fieldParts =
  /\/src\/web\/(ui\/(Form|RadioDot|RadioGroup|TextField|field-parts)|sheet)|react-(aria|aria-components|stately)\//;
const ticked = /checkbox|toggle|SelectionIndicator/i;
const fields = {
  name: 'fields',
  minShareCount: 6,
  test: (id: string) => fieldParts.test(id) && !ticked.test(id),
  priority: 1,
};

/** Text goes out as it was packed here, once. */
const packed = compression({ include: /\.(js|css|svg|ttf)$/, algorithms: ['brotliCompress', 'gzip'] });

export default defineConfig({
  root: 'src/web',
  plugins: [productFont, japaneseOnly, routesOnly, pureCore, react(), tailwindcss(), packed],
  html: { cspNonce: '__CSP_NONCE__' },
  server: { proxy: { '/api': 'http://localhost:8080' } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !quiet(id) },
      output: { codeSplitting: { groups: [first, frame, reading, fields, shared] } },
    },
  },
});
