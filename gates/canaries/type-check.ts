import type { Canary } from '../gate.ts';

const wrongIndex = 'export const a = (texts: string[]): string => texts[0];\n';

const inEveryLayer = (layer: string): readonly Canary[] => [
  { path: `src/${layer}/sheet/index-access.ts`, text: wrongIndex, reported: ['TS2322'] },
  {
    path: `src/${layer}/sheet/optional.ts`,
    text: 'export const a: { note?: string } = { note: undefined };\n',
    reported: ['TS2375'],
  },
  { path: `src/${layer}/sheet/enum.ts`, text: 'export enum Step {\n  one,\n}\n', reported: ['TS1294'] },
];

export const typeCanaries = {
  core: [
    ...inEveryLayer('core'),
    { path: 'src/core/sheet/node.ts', text: 'export const a = process.env;\n', reported: ['TS2591'] },
    { path: 'src/core/sheet/dom.ts', text: 'export const a = document.title;\n', reported: ['TS2584'] },
  ],
  server: [
    ...inEveryLayer('server'),
    { path: 'src/server/sheet/dom.ts', text: 'export const a = document.title;\n', reported: ['TS2584'] },
    { path: 'src/server/sheet/no-ending.ts', text: "export { a } from './dom';\n", reported: ['TS2835'] },
    { path: 'src/core/sheet/index-access.test.ts', text: wrongIndex, reported: ['TS2322'] },
    { path: 'gates/index-access.ts', text: wrongIndex, reported: ['TS2322'] },
    { path: 'e2e/index-access.e2e.ts', text: wrongIndex, reported: ['TS2322'] },
  ],
  web: [
    ...inEveryLayer('web'),
    { path: 'src/web/sheet/node.ts', text: 'export const a = process.env;\n', reported: ['TS2591'] },
    {
      path: 'src/web/sheet/Page.tsx',
      text: 'export const Page = () => <a tabIndex="one">a</a>;\n',
      reported: ['TS2322'],
    },
  ],
} satisfies Record<string, readonly Canary[]>;
