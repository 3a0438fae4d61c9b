import { expect, it } from 'vitest';
import { textWidth } from '../kernel/drawing.ts';
import { proposedCriteria } from './criteria.ts';
import { cellBox, countIn, heatMap, mapFinding } from './heat-map.ts';

const cells = [
  { likelihood: 3, impact: 5, risks: 2 },
  { likelihood: 2, impact: 3, risks: 1_200 },
  { likelihood: 1, impact: 1, risks: 4 },
];

it('says how many risks stand in each band, and what it shows where there are none', () => {
  expect(mapFinding(proposedCriteria, cells)).toBe('見積もったリスクは1206件。急ぐ 2件、注意 1200件、様子見 4件。');
  expect(mapFinding(proposedCriteria, [])).toBe('見積もったリスクは、まだありません。');
  expect(countIn('attention', { ...proposedCriteria, attentionFrom: 7 }, cells)).toBe(0);
});

it('every cell has a place of its own, the highest impact on top, and names its band without colour', () => {
  const map = heatMap(proposedCriteria, cells);
  expect(cellBox(proposedCriteria, { likelihood: 1, impact: 5 }).y).toBeLessThan(
    cellBox(proposedCriteria, { likelihood: 1, impact: 4 }).y,
  );
  const words = map.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
  expect(words.filter((word) => ['様子見', '注意', '急ぐ'].includes(word)).length).toBeGreaterThanOrEqual(25);
  expect(words).toContain('1,200件');
});

it.each([
  [3, 'wide'],
  [5, 'wide'],
  [3, 'narrow'],
  [5, 'narrow'],
] as const)('nothing is drawn outside of the map with %i levels of the longest names, %s', (levels, size) => {
  const named = { title: '長い名前の段は二行になる', meaning: '', hours: null, patients: null, leaked: null };
  const scale = Array.from({ length: levels }, () => named);
  const map = heatMap({ ...proposedCriteria, likelihood: scale, impact: scale }, cells, size);
  for (const shape of map.shapes) {
    if (shape.kind !== 'text') continue;
    const wide = textWidth(shape.text, shape.size);
    const from = shape.at[0] - (shape.anchor === 'end' ? wide : shape.anchor === 'middle' ? wide / 2 : 0);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(from + wide).toBeLessThanOrEqual(map.width);
    expect(shape.at[1]).toBeLessThan(map.height);
  }
});
