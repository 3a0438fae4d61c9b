import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { takeTurns } from './take-turns.ts';

test('no more than so many run at once, in order, also after one has failed', async () => {
  const inTurn = takeTurns(2);
  const begun: number[] = [];
  let [running, most] = [0, 0];
  const work = (n: number) =>
    inTurn(async () => {
      begun.push(n);
      running += 1;
      most = Math.max(most, running);
      await wait(5);
      running -= 1;
      if (n === 1) throw new Error('broken off');
      return n;
    });
  const done = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(work));
  expect(done.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true, true, true]);
  expect({ begun, most }).toEqual({ begun: [0, 1, 2, 3, 4, 5], most: 2 });
  expect(await work(6)).toBe(6);
});
