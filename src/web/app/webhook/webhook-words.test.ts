import { expect, it } from 'vitest';
import { outcomeWords } from './webhook-words.ts';

const delivery = { id: 'd', event: 'run.submitted', occurredAt: '', state: 'waiting', triedAt: null } as const;

it.each([
  [{ status: null, fault: null, attempts: 0 }, 'まだ送っていません'],
  [{ status: 204, fault: null, attempts: 1 }, '応答 204・1回'],
  [{ status: 302, fault: null, attempts: 2 }, '応答 302（別の宛先へは送りません）・2回'],
  [{ status: null, fault: 'timeout', attempts: 3 }, '10秒以内に応答がありませんでした・3回'],
] as const)('%j reads as %s', (came, words) => {
  expect(outcomeWords({ ...delivery, ...came })).toBe(words);
});
