import type { Canary } from '../gate.ts';

export const contentCanaries: readonly Canary[] = [
  {
    path: 'content/published.json',
    text: JSON.stringify({ hospital: { '1.0.0': '0'.repeat(64), '0.9.0': '0'.repeat(64) } }),
    place: '公開した点検票 hospital',
    reported: ['1.0.0 の内容が変わっています', '0.9.0 がありません'],
  },
  { path: 'content/scale/broken.yaml', text: 'id: [\n', place: 'scale/broken.yaml', reported: ['YAML'] },
  { path: 'content/guideline/GOV0.yaml', text: 'id: GOV0\n', place: 'guideline/GOV0.yaml', reported: ['chapters'] },
  { path: 'content/scale/stray.txt', text: '', place: 'scale/stray.txt', reported: ['置けない'] },
];
