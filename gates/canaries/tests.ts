import type { Canary } from '../gate.ts';

const test = (expected: number) =>
  [
    "import { expect, it } from 'vitest';",
    "import { two } from '#core/sheet/two.ts';",
    `it('knows two', () => expect(two).toBe(${expected}));`,
  ].join('\n');

export const testCanaries: readonly Canary[] = [
  { path: 'src/core/sheet/two.ts', text: 'export const two = 2;\n', reported: [] },
  { path: 'src/core/sheet/right.test.ts', text: test(2), reported: [] },
  { path: 'src/core/sheet/wrong.test.ts', text: test(3), reported: ['knows two'] },
  { path: 'src/core/sheet/broken.test.ts', text: "import './nowhere.ts';\n", reported: ['nowhere'] },
];
