import type { Canary } from '../gate.ts';

const document = (path: string, text: string, ...reported: readonly string[]): Canary => ({ path, text, reported });

export const documentPathCanaries: readonly Canary[] = [
  document('src/core/sheet/rule.ts', 'export {};\n'),
  document('README.md', 'See `src/core/sheet/gone.ts`.\n', 'src/core/sheet/gone.ts'),
  document('ARCHITECTURE.md', '```\nsrc/nowhere/<capability>  pages\n```\n', 'src/nowhere/<capability>'),
  document(
    'CONTRIBUTING.md',
    'Read [the design](../design.md) and `server/nowhere`.\n',
    '../design.md',
    'server/nowhere',
  ),
  document('docs/adr/0001-a.md', 'Done by `gone.ts`.\n', 'gone.ts'),
  document('docs/adr/0002-b.md', 'Status: superseded by 0003\n\nDone by `gone.ts`.\n'),
  document(
    'docs/right.md',
    [
      '`src/core/<capability>`, `core/sheet/rule.ts`, `#core/sheet/…`, `rule.ts`, `<rule>.ts`, `.ts`, `src/*/sheet|home`, `./src`',
      '[rule](../src/core/sheet/rule.ts) `node_modules/.bin` `./data/pgdata` `/healthz` `@orpc/contract` `text/csv`',
    ].join('\n'),
  ),
];
