import { expect, it } from 'vitest';
import { deliveryTag, outcomeWords } from './webhook-words.ts';

const delivery = { id: 'd', event: 'run.submitted', occurredAt: '', state: 'waiting', triedAt: null } as const;

it.each([
  [{ status: null, fault: null, attempts: 0 }, 'まだ送っていません'],
  [{ status: 204, fault: null, attempts: 1 }, '相手の応答 204（受け取りました）・1回'],
  [{ status: 302, fault: null, attempts: 2 }, '相手の応答 302（別の宛先へは送りません）・2回'],
  [{ status: 500, fault: null, attempts: 1 }, '相手の応答 500（受け取れていません）・1回'],
  [{ status: null, fault: 'timeout', attempts: 3 }, '10秒以内に応答がありませんでした・3回'],
] as const)('%j reads as %s', (came, words) => {
  expect(outcomeWords({ ...delivery, ...came })).toBe(words);
});

it('what was tried and did not arrive is sent again, not on its way', () => {
  expect(deliveryTag({ state: 'waiting', attempts: 0 }).title).toBe('送っています');
  expect(deliveryTag({ state: 'waiting', attempts: 1 }).title).toBe('送り直します');
  expect(deliveryTag({ state: 'failed', attempts: 9 }).title).toBe('届かなかった');
});
