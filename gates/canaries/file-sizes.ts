import type { Canary } from '../gate.ts';

const long = (lines: number) => 'export {};\n'.repeat(lines);

export const fileSizeCanaries: readonly Canary[] = [
  { path: 'src/core/sheet/too-long.ts', text: long(401), reported: ['at most 400', '% of files'] },
  { path: 'src/core/sheet/rather-long.ts', text: long(201), reported: ['% of files'] },
  { path: 'src/core/sheet/usual.ts', text: long(200), reported: [] },
  { path: 'ARCHITECTURE.md', text: 'a line\n'.repeat(151), reported: ['at most 150'] },
];
