import { ORPCError } from '@orpc/client';
import { expect, it } from 'vitest';
import { refusalCode } from './refusal.ts';
import { askStepUp, endStepUp, withStepUp } from './step-up.ts';

const refusal = new ORPCError('step-up-required', { defined: true });
const isRefused = (error: unknown) => refusalCode(error) === 'step-up-required';

/** A call that is refused so many times, and counts how often it was made. */
function refusedTimes(times: number) {
  const made = { calls: 0 };
  const call = async () => {
    made.calls += 1;
    if (made.calls <= times) throw refusal;
    return 'done';
  };
  return { made, call };
}

it('asks once for all calls refused at the same moment, and does each again', async () => {
  const [one, other] = [refusedTimes(1), refusedTimes(1)];
  const both = Promise.all([withStepUp(one.call, isRefused), withStepUp(other.call, isRefused)]);
  await Promise.resolve();
  const question = askStepUp();
  expect(askStepUp()).toBe(question);
  endStepUp(true);
  expect(await both).toEqual(['done', 'done']);
  expect([one.made.calls, other.made.calls]).toEqual([2, 2]);
});

it('leaves the refusal where the person does not prove to be there, and does nothing again', async () => {
  const { made, call } = refusedTimes(1);
  const given = withStepUp(call, isRefused);
  await Promise.resolve();
  endStepUp(false);
  await expect(given).rejects.toBe(refusal);
  expect(made.calls).toBe(1);
});

it('asks nothing for any other failure', async () => {
  const failure = new TypeError('Failed to fetch');
  await expect(withStepUp(() => Promise.reject(failure), isRefused)).rejects.toBe(failure);
});
