import { expect, it } from 'vitest';
import { budgetsAround, type Reach } from './frontier.ts';
import { frontierChart } from './frontier-chart.ts';
import { frontierLines, gainText, isFlat } from './frontier-words.ts';

const reach = (part: Partial<Reach> = {}): Reach => {
  return { budget: 500_000, personDays: 20, lowest: 1, mean: 1.62, networkLevel: null, ...part };
};

it('the budgets of the curve lie around the one given, which is among them as it is', () => {
  expect(budgetsAround(512_345)).toEqual([0, 100_000, 200_000, 310_000, 410_000, 512_345, 720_000, 1_020_000]);
  expect(budgetsAround(500_000)).toEqual([0, 100_000, 200_000, 300_000, 400_000, 500_000, 700_000, 1_000_000]);
  expect(budgetsAround(0)).toEqual([0, 100_000, 200_000, 300_000, 500_000, 1_000_000, 2_000_000, 3_000_000]);
  expect(budgetsAround(50_000)).toContain(50_000);
});

it('what a little more would buy is said of each that rises, or that nothing changes', () => {
  expect(gainText(reach(), reach({ lowest: 1.5, mean: 1.7 }))).toBe(
    'いちばん低い分野が1.0点から1.5点、分野の平均が1.62点から1.70点に上がります。',
  );
  expect(gainText(reach({ networkLevel: 0 }), reach({ networkLevel: 1 }))).toBe(
    '院内ネットワークがレベル0から1に上がります。',
  );
  expect(gainText(reach(), reach({ budget: 600_000 }))).toBe('何も変わりません。');
  expect(frontierLines({ now: null, moreMoney: reach(), moreTime: null, curve: [] })).toEqual([]);
  expect(frontierLines({ now: reach(), moreMoney: null, moreTime: reach({ mean: 1.63 }), curve: [] })).toEqual([
    { what: 'あと1人日あると', gain: '分野の平均が1.62点から1.63点に上がります。' },
  ]);
});

it('a curve on which no budget reaches more than another is flat', () => {
  const of = (...curve: Reach[]) => ({ now: reach(), moreMoney: null, moreTime: null, curve });
  expect(isFlat(of(reach({ budget: 0 }), reach(), reach({ budget: 1_000_000 })))).toBe(true);
  expect(isFlat(of(reach({ budget: 0 }), reach(), reach({ budget: 1_000_000, mean: 1.63 })))).toBe(false);
  expect(isFlat(of(reach({ budget: 0 }), reach({ networkLevel: 1 })))).toBe(true);
  expect(isFlat(of(reach({ networkLevel: 0 }), reach({ networkLevel: 1 })))).toBe(false);
});

it('the chart tells its numbers in words too, and draws no line where nothing counts', () => {
  const curve = [reach({ budget: 0, mean: 1.5 }), reach()];
  const chart = frontierChart(curve, 500_000);
  expect(chart.description).toBe('分野の平均は、0万円で1.50点、50万円で1.62点です。');
  expect(chart.shapes.filter(({ kind }) => kind === 'polyline')).toHaveLength(2);
  const empty = frontierChart([reach({ lowest: null, mean: null })], 500_000);
  expect(empty.shapes.filter(({ kind }) => kind === 'polyline')).toHaveLength(0);
});
