import { expect, test } from 'vitest';
import { shortStep } from './short-step.ts';

const drill = { id: 'drill', words: 'まだ記録がありません', dueOn: '2026-12-05', suggested: true } as const;

test.each([
  ['done', { title: '訓練', state: 'done', words: 'まだ記録がありません' }],
  ['soon', { title: '訓練', state: 'attention', words: '12月5日まで' }],
  ['late', { title: '訓練', state: 'attention', words: '12月5日の目安を過ぎています' }],
  ['later', { title: '訓練', state: 'later', words: '12月5日まで' }],
] as const)('a step that is %s says what was reached or by when', (state, shown) => {
  expect(shortStep({ ...drill, state })).toEqual(shown);
});

test('a day the facility has set is no suggestion', () => {
  expect(shortStep({ ...drill, state: 'late', suggested: false }).words).toBe('12月5日の期限を過ぎています');
});
