import type { Canary } from '../gate.ts';

export const deadCodeCanaries: readonly Canary[] = [
  {
    path: 'package.json',
    text: JSON.stringify({ imports: { '#core/*': './src/core/*' }, dependencies: { hono: '4', zod: '4' } }),
    reported: ['dependencies: zod'],
  },
  {
    path: 'src/server/main.ts',
    text: "import 'hono';\nimport 'postcss';\nimport { used } from '#core/sheet/rule.ts';\nimport './nowhere.ts';\n\nused();\n",
    reported: ['unlisted: postcss', 'unresolved: ./nowhere.ts'],
  },
  {
    path: 'src/core/sheet/rule.ts',
    text: 'export const used = () => 1;\nexport const unused = 2;\nexport type Unused = 3;\n',
    reported: ['exports: unused', 'types: Unused'],
  },
  { path: 'src/core/sheet/orphan.ts', text: 'export const orphan = 1;\n', reported: ['files: '] },
];
