import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { takeTurns, takeTurnsEach } from './take-turns.ts';

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

test('each person takes turns with the own work only, also after one has failed', async () => {
  const inTurn = takeTurnsEach(2);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) => () =>
    new Promise<void>((resolve, reject) => {
      begun.push(name);
      ends.push(name === 'a1' ? () => reject(new Error('broken off')) : resolve);
    });
  const turns = ['a1', 'a2', 'a3', 'b1'].map((name) => inTurn(name.charAt(0), work(name)));
  const done = Promise.allSettled(turns);
  await wait(5);
  expect(begun).toEqual(['a1', 'a2', 'b1']);
  ends.shift()?.();
  await wait(5);
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
  for (const end of ends) end();
  expect((await done).map(({ status }) => status === 'fulfilled')).toEqual([false, true, true, true]);
});
