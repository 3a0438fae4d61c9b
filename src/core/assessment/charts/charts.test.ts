import { expect, test } from 'vitest';
import { type Drawing, type Label, type Shape, textWidth } from '../../kernel/drawing.ts';
import { changeBars, changeFinding } from './change-bars.ts';
import { classFinding, classStrip } from './class-strip.ts';
import { ladderFinding, networkLadder } from './network-ladder.ts';
import { palette } from './palette.ts';
import { radarChart } from './radar-chart.ts';
import { radarFinding, type Spoke } from './radar-finding.ts';

const areas: readonly Spoke[] = [
  { title: '体制', now: 2.5, before: 1.5, weak: false },
  { title: '監視', now: 1, before: 0.5, weak: true },
  { title: 'ログ', now: 1, before: null, weak: true },
  { title: '廃棄', now: null, before: 1, weak: false },
];

function labels(drawing: Drawing): readonly Label[] {
  const visit = (shape: Shape): Label[] =>
    shape.kind === 'group' ? shape.shapes.flatMap(visit) : shape.kind === 'text' ? [shape] : [];
  return drawing.shapes.flatMap(visit);
}

function inside({ width, height, shapes }: Drawing): boolean {
  const points = shapes.flatMap((shape) => {
    if (shape.kind === 'text') return [shape.at];
    if (shape.kind === 'rect') return [shape.at, [shape.at[0] + shape.width, shape.at[1] + shape.height] as const];
    return shape.kind === 'polygon' || shape.kind === 'polyline' ? [...shape.points] : [];
  });
  return points.every(([x, y]) => x >= 0 && x <= width && y >= 0 && y <= height);
}

function extent({ at, text, size, anchor = 'start' }: Label): [number, number] {
  const room = textWidth(text, size);
  const left = anchor === 'start' ? at[0] : anchor === 'end' ? at[0] - room : at[0] - room / 2;
  return [left, left + room];
}

test('the radar says in words how many areas are weak and which is lowest', () => {
  expect(radarFinding(areas)).toBe(
    '4分野のうち2分野が1.5以下。最も低いのは監視、ログ 1.0。1分野（－）には点がありません。',
  );
  expect(radarFinding([{ title: '体制', now: 2, weak: false }])).toBe(
    '1.5以下の分野はありません。最も低いのは体制 2.0。',
  );
  expect(radarFinding([{ title: '体制', now: null, weak: false }])).toBe('1分野のどれにも、まだ点がありません。');
  const five = ['あ', 'い', 'う', 'え', 'お'].map((title) => ({ title, now: 0, weak: true }));
  expect(radarFinding(five)).toBe('5分野すべてが1.5以下。点はどの分野も 0.0。');
});

test('weak areas have a filled dot and a bold label, others do not', () => {
  const drawing = radarChart(areas);
  const dots = drawing.shapes.filter((shape) => shape.kind === 'circle' && shape.stroke !== undefined);
  expect(dots.map((dot) => dot.kind === 'circle' && dot.fill)).toEqual([
    palette.paper,
    palette.attention,
    palette.attention,
  ]);
  const bold = labels(drawing).filter((label) => label.bold);
  expect(bold.map(({ text }) => text)).toEqual(['監視', 'ログ']);
});

test('an area in which nothing counts has a label that says so and no dot', () => {
  expect(labels(radarChart(areas)).map(({ text }) => text)).toContain('廃棄 －');
});

test('the outline of the run before is dashed, and missing where there was none', () => {
  const dashed = (drawing: Drawing) =>
    drawing.shapes.filter((shape) => shape.kind === 'polygon' && shape.stroke === palette.before && shape.dash);
  expect(dashed(radarChart(areas))).toHaveLength(1);
  const first = radarChart(areas.map(({ before: _, ...area }) => area));
  expect(dashed(first)).toHaveLength(0);
  expect(labels(first).map(({ text }) => text)).not.toContain('前回');
});

test('what was established has an outline of its own dashes, a diamond where it differs, and a place in legend and words', () => {
  const proven = areas.map((area, place) => ({ ...area, proven: place === 0 ? 1 : area.now }));
  const drawing = radarChart(proven);
  const polygons = drawing.shapes.flatMap((shape) => (shape.kind === 'polygon' ? [shape] : []));
  expect(polygons.filter(({ dash }) => dash?.length === 4)).toHaveLength(1);
  expect(polygons.filter(({ fill, points }) => fill === palette.ink && points.length === 4)).toHaveLength(1);
  expect(labels(drawing).map(({ text }) => text)).toContain('監査・訓練');
  expect(radarFinding(proven)).toContain('監査や訓練で確かめた値では、体制 1.0。');
  expect(labels(radarChart(areas)).map(({ text }) => text)).not.toContain('監査・訓練');
});

test('the ladder marks the level that was established where it is another', () => {
  const ladder = { level: 2, stepsToNext: 3, provenLevel: 0 };
  const drawing = networkLadder(ladder);
  expect(labels(drawing).map(({ text }) => text)).toContain('監査・訓練では');
  expect(inside(drawing)).toBe(true);
  expect(ladderFinding(ladder)).toMatch(/ただし監査や訓練で確かめた値では、レベル0（管理できていない）です。$/);
  expect(ladderFinding({ ...ladder, provenLevel: 2 })).not.toContain('監査');
});

const many = Array.from({ length: 21 }, () => ({
  title: 'アクセス制御',
  now: 1.2,
  before: 2,
  proven: 0.4,
  weak: true,
}));

test('with 21 areas of six characters every label stays inside the picture', () => {
  const drawing = radarChart(many);
  expect(inside(drawing)).toBe(true);
  for (const label of labels(drawing)) {
    const [left, right] = extent(label);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(drawing.width);
  }
});

test('with 21 areas of six characters no two labels meet', () => {
  const boxes = labels(radarChart(many)).map((label) => {
    const [left, right] = extent(label);
    return { left, right, top: label.at[1] - label.size * 0.85, bottom: label.at[1] + label.size * 0.15 };
  });
  const meeting = boxes.flatMap((one, place) =>
    boxes.slice(place + 1).filter(({ left, right, top, bottom }) => {
      return left < one.right && one.left < right && top < one.bottom && one.top < bottom;
    }),
  );
  expect(meeting).toEqual([]);
});

const standing = { you: 1.64, lowerQuartile: 1.3, median: 1.58, upperQuartile: 2, others: 87, percentile: 55.2 };

test('the class strip says where the facility stands', () => {
  expect(classFinding(standing)).toBe(
    'この施設は1.64点。同規模87施設の中央値1.58点より上です（半数の施設は1.30〜2.00点）。低い方から55％の位置です。',
  );
});

test.each([
  [1.6126984126984123, 1.6126984126984127, 'と同じ'],
  [1.6126984126984127, 1.6126984126984123, 'と同じ'],
  [1.58, 1.6, 'より下'],
])('the class strip says of %d beside the median %d: %s', (you, median, words) => {
  expect(classFinding({ ...standing, you, median })).toContain(`点${words}です（`);
});

test.each([0, 3])('the class strip stays inside the picture at %d points', (score) => {
  const drawing = classStrip({ ...standing, you: score, lowerQuartile: score, median: score, upperQuartile: score });
  expect(inside(drawing)).toBe(true);
  for (const label of labels(drawing)) {
    const [left, right] = extent(label);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(drawing.width);
  }
});

test('the ladder marks the level reached, dashes the next and says how far it is', () => {
  const drawing = networkLadder({ level: 1, stepsToNext: 3, provenLevel: null });
  const boxes = drawing.shapes.flatMap((shape) => (shape.kind === 'rect' ? [shape] : []));
  expect(boxes.map(({ fill }) => fill === palette.nowGround)).toEqual([false, true, false, false]);
  expect(boxes.map(({ dash }) => dash !== undefined)).toEqual([false, false, true, false]);
  expect(inside(drawing)).toBe(true);
  expect(ladderFinding({ level: 1, stepsToNext: 3, provenLevel: null })).toBe(
    '今はレベル1（ある程度できている）。レベル2まであと3つ。',
  );
  expect(ladderFinding({ level: 3, stepsToNext: 0, provenLevel: null })).toBe(
    '今はレベル3（院内も区切れている）。最も高い段階です。',
  );
});

const changes = [
  { title: '体制', change: 1 },
  { title: '監視', change: -0.5 },
  { title: 'ログ', change: 0 },
];

test('change bars show only what moved, with arrow and sign', () => {
  const drawing = changeBars(changes);
  expect(labels(drawing).map(({ text }) => text)).toEqual(['体制', '↑ +1.0', '監視', '↓ −0.5']);
  expect(changeFinding(changes)).toBe('3分野のうち1分野が上がり、1分野が下がりました。最も変わったのは体制 +1.0。');
  expect(changeFinding([{ title: 'ログ', change: 0 }])).toBe('前回から点の変わった分野はありません。');
});

test('areas that all moved alike are told in one breath', () => {
  const alike = ['体制', '監視', 'ログ'].map((title) => ({ title, change: -1 }));
  expect(changeFinding(alike)).toBe('3分野すべてで−1.0です。');
});

test.each([-3, 3])('a change of %d stays inside the picture', (change) => {
  const drawing = changeBars([{ title: 'アクセス制御', change }]);
  expect(inside(drawing)).toBe(true);
  const [title, mark] = labels(drawing);
  if (!title || !mark) throw new Error('two labels expected');
  expect(extent(mark)[1]).toBeLessThanOrEqual(drawing.width);
  expect(extent(mark)[0]).toBeGreaterThan(extent(title)[1]);
});

test.each([
  ['radar', radarChart(many)],
  ['class strip', classStrip(standing)],
  ['change bars', changeBars(changes)],
])('no lettering of the %s is smaller than a screen can show well', (_, drawing) => {
  expect(Math.min(...labels(drawing).map(({ size }) => size))).toBeGreaterThanOrEqual(13);
});
