import { describe, expect, it } from 'vitest';
import { attemptsAtMost, messageBody, receiverState, settleDelivery } from './webhook.ts';

describe('a delivery', () => {
  it.each([200, 202, 204, 299])('has arrived by %i', (status) => {
    expect(settleDelivery({ status }, 1)).toEqual({ state: 'delivered', pause: null, rest: false });
    expect(settleDelivery({ status }, attemptsAtMost).state).toBe('delivered');
  });

  it.each([199, 301, 302, 307, 400, 404, 429, 500, 503])('is tried again after %i, until the last try', (status) => {
    expect(settleDelivery({ status }, 1)).toEqual({ state: 'waiting', pause: null, rest: false });
    expect(settleDelivery({ status }, attemptsAtMost - 1).state).toBe('waiting');
    expect(settleDelivery({ status }, attemptsAtMost)).toMatchObject({ state: 'failed', pause: 'undelivered' });
  });

  it('ends with 410, and with it everything for this receiver', () => {
    expect(settleDelivery({ status: 410 }, 1)).toEqual({ state: 'failed', pause: 'gone', rest: false });
  });

  it('that was waited for in vain gives the receiver a rest, a refused connection none', () => {
    expect(settleDelivery({ fault: 'timeout' }, 1)).toEqual({ state: 'waiting', pause: null, rest: true });
    expect(settleDelivery({ fault: 'unreachable' }, 1).rest).toBe(false);
  });

  it('has its last try within three days', () => {
    const waits = Array.from({ length: attemptsAtMost - 1 }, (_, n) => Math.exp(Math.min(10, n + 1)));
    const hours = waits.reduce((sum, seconds) => sum + seconds, 0) / 3600;
    expect(hours).toBeGreaterThan(66);
    expect(hours).toBeLessThan(72);
  });

  it('says ids and nothing else', () => {
    const told = { facilityId: 'f', event: 'run.submitted', occurredAt: new Date(0), actId: 'a', subject: 'r' };
    expect(JSON.parse(messageBody(told))).toEqual({
      type: 'run.submitted',
      timestamp: '1970-01-01T00:00:00.000Z',
      data: { facilityId: 'f', actId: 'a', subjectId: 'r' },
    });
  });
});

it.each([
  [null, false, 'running'],
  [null, true, 'failing'],
  ['asked', true, 'paused'],
  ['gone', false, 'failing'],
  ['undelivered', true, 'failing'],
] as const)('a receiver paused because of %s, failing: %s, is %s', (pausedWhy, failing, state) => {
  expect(receiverState({ pausedWhy, failing })).toBe(state);
});
