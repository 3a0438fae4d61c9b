import { expect, it } from 'vitest';
import { callCounter } from './call-counter.ts';

const limit = { most: 2, seconds: 60 };

it('counts each caller apart, and gives back with time', () => {
  const { count } = callCounter();
  expect(['a', 'a', 'a', 'b'].map((key) => count(key, 0, limit).taken)).toEqual([true, true, false, true]);
  expect([count('a', 29_999, limit).taken, count('a', 30_000, limit).taken]).toEqual([false, true]);
});

it('forgets the oldest where more callers come than it remembers, never those who came last', () => {
  const { count } = callCounter({ swept: 10, most: 100 });
  for (let caller = 0; caller < 1_000; caller += 1) {
    count(`caller ${caller}`, caller, limit);
    count('steady', caller, limit);
  }
  expect(count('steady', 1_000, limit).taken).toBe(false);
  expect(count('caller 0', 1_000, { most: 1, seconds: 60 }).taken).toBe(true);
  expect(count('caller 999', 1_000, { most: 1, seconds: 60 }).taken).toBe(false);
});
