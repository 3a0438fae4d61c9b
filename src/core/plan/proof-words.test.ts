import { expect, it } from 'vitest';
import { proofText } from './proof-words.ts';

const areas = [{ id: '01', before: 0, after: 1 }];
const networkLevel = { before: 0, after: 1 } as const;
const done = { status: 'optimal', gap: 0, stage: null, goal: 'weakest', areas, networkLevel } as const;
const over = { ...done, status: 'time-limit', gap: 1 } as const;
const best = '時間までに見つかったうちの最良です。';
const proven = 'は、これより良くならないことを確かめています。';

it('proof is claimed only where all of it is there', () => {
  expect(proofText(done)).toBe('これより良い組み合わせが無いことを、計算で確かめています。');
  expect(proofText(over)).toBe('');
  expect(proofText({ ...done, status: 'infeasible', gap: 1 })).toContain('確かめられませんでした');
  expect(proofText({ ...done, status: 'infeasible' })).toBe('');
});

it('where the time is over, what is proven by then is told apart from what is not', () => {
  expect(proofText({ ...over, stage: 'weakest' })).toBe(
    `${best}いちばん低い分野の点がさらに上がるかは、確かめられていません。`,
  );
  expect(proofText({ ...over, stage: 'network', gap: 0.5 })).toBe(
    `${best}いちばん低い分野の点${proven}院内ネットワークのレベルは、さらに上がるとしても 50％までです。`,
  );
  expect(proofText({ ...over, stage: 'areas', gap: 0.034 })).toBe(
    `${best}いちばん低い分野の点と院内ネットワークのレベル${proven}分野の点の合計は、さらに上がるとしても 4％までです。`,
  );
  expect(proofText({ ...over, stage: 'cost', networkLevel: null })).toBe(
    `${best}いちばん低い分野の点と分野の点の合計${proven}費用がさらに安くなるかは、確かめられていません。`,
  );
  expect(proofText({ ...over, stage: 'ids', areas: [] })).toBe(
    `${best}院内ネットワークのレベルと費用${proven}同じだけ良い組み合わせが、ほかにもあるかもしれません。`,
  );
});

it('the cheapest way to a goal says that the goal is reached', () => {
  expect(proofText({ ...over, goal: 'level2', stage: 'cost', gap: 0.3 })).toBe(
    `${best}目標に届きます。費用は、さらに安くなるとしても 30％までです。`,
  );
  expect(proofText({ ...over, goal: 'level2', stage: 'ids' })).toContain(`目標に届きます。費用${proven}`);
});
