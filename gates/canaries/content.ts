import type { Canary } from '../gate.ts';

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
  { path: 'content/scale/stray.txt', text: '', place: 'scale/stray.txt', reported: ['置けない'] },
];
