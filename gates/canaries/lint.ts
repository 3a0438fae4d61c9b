import type { Canary } from '../gate.ts';

const long = Array.from({ length: 31 }, (_, line) => `  n += ${line};`).join('\n');

export const lintCanaries: readonly Canary[] = [
  { path: 'src/core/sheet/unformatted.ts', text: 'export const a  =  "1"\n', reported: ['format'] },
  {
    path: 'src/core/sheet/any.ts',
    text: 'export const a = (value: any): string => value;\n',
    reported: ['noExplicitAny'],
  },
  {
    path: 'src/core/sheet/non-null.ts',
    text: 'export const a = (texts: string[]) => texts[0]!.length;\n',
    reported: ['noNonNullAssertion'],
  },
  {
    path: 'src/core/sheet/unused.ts',
    text: "import { z } from 'zod';\n\nexport const a = 1;\n",
    reported: ['noUnusedImports'],
  },
  {
    path: 'src/core/sheet/no-ending.ts',
    text: "export { a } from './any';\n",
    reported: ['useImportExtensions'],
  },
  {
    path: 'src/core/sheet/long.ts',
    text: `export function a() {\n  let n = 0;\n${long}\n  return n;\n}\n`,
    reported: ['noExcessiveLinesPerFunction'],
  },
  { path: 'src/core/sheet/camelCase.ts', text: 'export const a = 1;\n', reported: ['useFilenamingConvention'] },
  {
    path: 'src/core/sheet/skipped.test.ts',
    text: "import { it } from 'vitest';\n\nit.skip('does not run', () => {});\n",
    reported: ['noSkippedTests'],
  },
  {
    path: 'src/core/sheet/focused.test.ts',
    text: "import { it } from 'vitest';\n\nit.only('runs alone', () => {});\n",
    reported: ['noFocusedTests'],
  },
  {
    path: 'src/web/sheet/Picture.tsx',
    text: 'export function Picture() {\n  return <img src="/picture.png" />;\n}\n',
    reported: ['useAltText'],
  },
];
