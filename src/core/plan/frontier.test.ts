import { expect, it } from 'vitest';
import { budgetsAround, daysAround, type Reach, withDays } from './frontier.ts';
import { budgetAxis, daysAxis, frontierChart } from './frontier-chart.ts';
import { frontierLines, gainText, isFlat, unprovenText } from './frontier-words.ts';

const reach = (part: Partial<Reach> = {}): Reach => {
  return { budget: 500_000, personDays: 20, lowest: 1, mean: 1.62, networkLevel: null, ...part };
};

const none = { curve: [], dayCurve: [], unproven: 0 };

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
  expect(frontierLines({ now: null, moreMoney: reach(), moreTime: null, ...none })).toEqual([]);
  expect(frontierLines({ now: reach(), moreMoney: null, moreTime: reach({ mean: 1.63 }), ...none })).toEqual([
    { what: 'あと10万円あると', gain: '時間までに確かめられませんでした。' },
    { what: 'あと1人日あると', gain: '分野の平均が1.62点から1.63点に上がります。' },
  ]);
  expect(unprovenText({ unproven: 0 })).toBe('');
  expect(unprovenText({ unproven: 3 })).toBe('時間までに確かめられなかった3点は、除いています。');
});

it('the days of the curve lie around those given, and those of single roles change by the same share', () => {
  expect(daysAround(20)).toEqual([0, 4, 8, 12, 16, 20, 28, 40]);
  expect(daysAround(2.5)).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3.5, 5]);
  expect(daysAround(0)).toEqual([0, 1, 2, 3, 5, 10, 20, 30]);
  const problem = {
    items: [],
    measures: [],
    network: null,
    budget: 0,
    personDays: 20,
    roleDays: [{ role: '院長', days: 3 }],
    begun: new Set<string>(),
    goal: 'weakest',
  } as const;
  expect(withDays(problem, 28)).toMatchObject({ personDays: 28, roleDays: [{ role: '院長', days: 4.2 }] });
  expect(withDays({ ...problem, personDays: 0 }, 5)).toMatchObject({ personDays: 5, roleDays: problem.roleDays });
});

it('a curve on which no budget reaches more than another is flat', () => {
  expect(isFlat([reach({ budget: 0 }), reach(), reach({ budget: 1_000_000 })])).toBe(true);
  expect(isFlat([reach({ budget: 0 }), reach(), reach({ budget: 1_000_000, mean: 1.63 })])).toBe(false);
  expect(isFlat([reach({ budget: 0 }), reach({ networkLevel: 1 })])).toBe(true);
  expect(isFlat([reach({ networkLevel: 0 }), reach({ networkLevel: 1 })])).toBe(false);
});

it('the chart tells its numbers in words too, and draws no line where nothing counts', () => {
  const curve = [reach({ budget: 0, mean: 1.5 }), reach()];
  const chart = frontierChart(curve, budgetAxis, 500_000);
  expect(chart.description).toBe('分野の平均は、0万円で1.50点、50万円で1.62点です。');
  expect(chart.shapes.filter(({ kind }) => kind === 'polyline')).toHaveLength(2);
  const written = (given: number) =>
    frontierChart([reach({ budget: 0 }), reach({ budget: 3_000_000 })], budgetAxis, given).shapes.flatMap((shape) =>
      shape.kind === 'text' ? shape.text : [],
    );
  expect(written(30_000)).not.toContain('0万円');
  expect(written(1_500_000)).toEqual(expect.arrayContaining(['0万円', '予算 150万円', '300万円']));
  const byDays = frontierChart([reach({ personDays: 4, mean: 1.5 }), reach()], daysAxis, 20);
  expect(byDays).toMatchObject({
    title: '手間と、届く点（0〜3点）',
    description: '分野の平均は、4人日で1.50点、20人日で1.62点です。',
  });
  const empty = frontierChart([reach({ lowest: null, mean: null })], budgetAxis, 500_000);
  expect(empty.shapes.filter(({ kind }) => kind === 'polyline')).toHaveLength(0);
});

it('of the network alone the chart is one line of steps, which rises only where the next level is reached', () => {
  const of = (budget: number, networkLevel: number) => reach({ budget, networkLevel, lowest: null, mean: null });
  const chart = frontierChart([of(0, 0), of(100_000, 0), of(200_000, 2)], budgetAxis, 100_000);
  expect(chart.title).toBe('予算と、届くレベル（0〜3）');
  expect(chart.description).toBe('院内ネットワークは、0万円でレベル0、10万円でレベル0、20万円でレベル2です。');
  const [line, ...others] = chart.shapes.filter((shape) => shape.kind === 'polyline');
  expect(others).toEqual([]);
  const [before, corner, after] = line?.points.slice(-3) ?? [];
  expect([corner?.[0], corner?.[1]]).toEqual([after?.[0], before?.[1]]);
  expect(after?.[1]).toBeLessThan(before?.[1] ?? 0);
});
