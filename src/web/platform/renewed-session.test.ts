import { ORPCError } from '@orpc/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { refusalCode } from './refusal.ts';
import { withRenewedSession } from './renewed-session.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const refusal = new ORPCError('sign-in-required', { defined: true });
const isRefused = (error: unknown) => refusalCode(error) === 'sign-in-required';

it('asks once more, a moment later, with the secret the browser got meanwhile', async () => {
  let secret = 'former';
  const sent: string[] = [];
  const call = async () => {
    sent.push(secret);
    if (secret === 'former') throw refusal;
    return 'done';
  };
  const answer = withRenewedSession(call, isRefused);
  await vi.advanceTimersByTimeAsync(100);
  secret = 'new';
  await vi.runAllTimersAsync();
  expect(await answer).toBe('done');
  expect(sent).toEqual(['former', 'new']);
});

it('leaves the refusal where it stands, and asks no third time', async () => {
  const call = vi.fn(() => Promise.reject(refusal));
  const answer = expect(withRenewedSession(call, isRefused)).rejects.toBe(refusal);
  await vi.runAllTimersAsync();
  await answer;
  expect(call).toHaveBeenCalledTimes(2);
});

it('asks nothing again for any other failure', async () => {
  const call = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(withRenewedSession(call, isRefused)).rejects.toThrow('Failed to fetch');
  expect(call).toHaveBeenCalledTimes(1);
});
