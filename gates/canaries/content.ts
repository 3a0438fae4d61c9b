import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Canary } from '../gate.ts';

const root = join(import.meta.dirname, '../..');

/** A file of the content with one thing changed, so that nothing else is wrong with it. */
function changed(path: string, from: string, to: string): Pick<Canary, 'path' | 'text'> {
  const right = readFileSync(join(root, path), 'utf8');
  const text = right.replace(from, to);
  if (text === right) throw new Error(`${path} has no "${from}" to change`);
  return { path, text };
}

const help = 'help: { meaning: 意味です。, goodExample: 良い例です。, commonMistake: 間違いです。 }';
const withItem = (id: string) => `items:\n  - { id: ${id}, text: 余分な項目です, ${help}, evidence: [], links: [] }\n`;

/** The hash of no content there is. */
const unlike = '0'.repeat(64);

export const contentCanaries: readonly Canary[] = [
  {
    path: 'content/published.json',
    text: JSON.stringify({ hospital: { '1.0.0': unlike, '0.9.0': unlike }, GOV7: { '7.0': unlike } }),
    place: '公開した',
    reported: [
      '点検票 hospital 1.0.0 の内容が変わっています',
      'hospital 0.9.0 がありません',
      'ガイドライン GOV7 7.0 の内容が変わっています',
    ],
  },
  { path: 'content/scale/broken.yaml', text: 'id: [\n', place: 'scale/broken.yaml', reported: ['YAML'] },
  { path: 'content/guideline/GOV0.yaml', text: 'id: GOV0\n', place: 'guideline/GOV0.yaml', reported: ['chapters'] },
  {
    path: 'content/words.yaml',
    text: [
      '- { term: VPN, reading: ぶいぴーえぬ, text: 専用の通り道です。 }',
      '- { term: ｖｐｎ, reading: ぶいぴーえぬ, text: 専用の道です。, source: "" }',
    ].join('\n'),
    place: 'words ｖｐｎ',
    reported: ['説明が2回以上あります', 'source がまだ書かれていません'],
  },
  {
    path: 'content/bridge/executive-2.0.0.yaml',
    text: 'sheet: executive\nfrom: 1.0.0\nto: 2.0.0\nitems:\n  - { item: E1-1, change: new }\ndropped: []\n',
    place: 'executive 1.0.0→2.0.0',
    reported: ['橋渡しの前後の版が、点検票にありません。'],
  },
  { path: 'content/scale/stray.txt', text: '', place: 'scale/stray.txt', reported: ['置けない'] },
  {
    ...changed('content/sheet/executive/1.0.0/area-E8.yaml', 'items:\n', withItem('E8-9')),
    place: 'executive 1.0.0',
    reported: ['分野E8の項目の数が2です。1のはずです。'],
  },
  {
    ...changed('content/sheet/checklist-vendor/R7/area-R7-1.yaml', 'items:\n', withItem('R7-V-2-02')),
    place: 'checklist-vendor R7',
    reported: ['項目 R7-V-2-02 が2回以上あります。'],
  },
  {
    ...changed('content/sheet/small-facility/1.0.0/area-S02.yaml', 'relation: partly', 'relation: decides'),
    place: 'small-facility 1.0.0',
    reported: ['S2 から R7-H-4-01 へのつながり'],
  },
];
