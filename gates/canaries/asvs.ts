import type { Canary } from '../gate.ts';

const path = 'docs/asvs.yaml';
const list = (...entries: readonly string[]) => entries.map((entry) => `- ${entry}\n`).join('');
const open = (id: string) => `{ id: ${id}, status: open, by: not yet }`;

export const asvsCanaries: readonly Canary[] = [
  {
    path,
    text: list(
      "{ id: V1.1.2, status: met, by: 'by `gates/asvs-ids.txt`' }",
      "{ id: V1.1.2, status: met, by: 'by `gates/asvs-ids.txt`' }",
      "{ id: V1.2.1, status: met, by: 'by `src/gone.test.ts`' }",
      "{ id: V1.2.2, status: met, by: 'somehow' }",
      "{ id: V1.2.3, status: perhaps, by: 'by `gates/asvs-ids.txt`' }",
      "{ id: V1.2.4, status: met, by: ' ' }",
      "{ id: V1.2.5, status: na, by: 'none is there', without: js-yaml }",
      "{ id: V99.1.1, status: na, by: 'of another list' }",
      ...['V1.2.6', 'V1.2.7', 'V1.2.8', 'V1.2.9', 'V1.3.1', 'V1.3.2'].map(open),
    ),
    reported: [
      'V1.1.1 is missing',
      'V1.1.2 stands twice',
      'src/gone.test.ts does not exist',
      'V1.2.2: names no test',
      'V1.2.3: status',
      'V1.2.4: by: is empty',
      'V1.2.5: holds without',
      'V99.1.1 is not known',
      '6 open',
    ],
  },
];
