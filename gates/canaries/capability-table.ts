import type { Canary } from '../gate.ts';

const mayUse = { identity: [], sheet: ['evidence'], evidence: ['sheet'], assessment: ['nowhere'] };

const described = [
  '| capability | owns | may use |',
  '|---|---|---|',
  '| `identity` | people | |',
  '| `sheet` | runs | evidence, catalogue |',
  '| `evidence` | files | sheet |',
  '| `assessment` | scores | nowhere |',
  '| `drill` | exercises | |',
];

export const capabilityTableCanaries: readonly Canary[] = [
  {
    path: 'gates/capabilities.json',
    text: JSON.stringify({ usableByAll: ['organisation'], mayUse }),
    reported: ['nowhere is used', 'organisation is used', 'sheet uses itself', 'evidence uses itself'],
  },
  {
    path: 'ARCHITECTURE.md',
    text: `${described.join('\n')}\n\nEnd.\n`,
    reported: ['the row of sheet differs', 'drill does not stand'],
  },
  { path: 'src/server/stray/list-runs.ts', text: 'export {};\n', reported: ['stray is no capability'] },
  { path: 'src/server/sheet/list-runs.ts', text: 'export {};\n', reported: [] },
  { path: 'src/web/ui/Button.tsx', text: 'export {};\n', reported: [] },
];
