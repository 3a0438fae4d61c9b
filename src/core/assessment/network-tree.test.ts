import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../catalogue/sheet.ts';
import { networkLevel } from './network-level.ts';
import { exitWords, stepState, treeSteps, walkTree } from './network-tree.ts';

const items = Array.from({ length: 12 }, (_, place) => `N${place + 1}`);
const answersOf = (valueOf: (place: number) => AnswerValue) =>
  new Map(items.map((item, place) => [item, { value: valueOf(place) }]));

describe('walkTree', () => {
  it('gives the level of the rule for every combination of はい and いいえ', () => {
    for (let code = 0; code < 4096; code += 1) {
      const answers = answersOf((place) => ((code >> place) & 1 ? 'yes' : 'no'));
      expect(walkTree(answers).level, code.toString(2)).toBe(networkLevel(answers).level);
    }
  });

  it('asks each of the twelve questions once', () => {
    expect(treeSteps.flatMap((step) => step.items).toSorted()).toEqual(items.toSorted());
  });

  it('decides nothing before the step it stands at is answered', () => {
    expect(walkTree(new Map())).toEqual({ level: null, step: 0 });
    expect(walkTree(new Map([['N1', { value: 'yes' }]]))).toEqual({ level: null, step: 1 });
  });

  it('waits for the second answer where one いいえ and two lead to different levels', () => {
    const half = new Map<string, { value: AnswerValue }>([['N2', { value: 'no' }]]);
    expect(treeSteps[2] && stepState(treeSteps[2], half)).toBe('open');
  });

  it('counts "don’t know" as いいえ', () => {
    expect(walkTree(new Map([['N1', { value: 'unknown' as const }]])).level).toBe(0);
  });
});

describe('exitWords', () => {
  it('names both ways out where a step has two', () => {
    expect(treeSteps.map(exitWords)).toContain('両方「いいえ」→ レベル0、片方 → レベル1');
  });
});
