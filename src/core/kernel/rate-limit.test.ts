import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  callsLeft,
  countCall,
  mostOfBrowser,
  mostShared,
  type RateLimit,
  secondsToWait,
  sharedLimit,
} from './rate-limit.ts';

const limit: RateLimit = { most: 3, seconds: 60 };

/** How many calls at these times are taken. */
function taken(times: readonly number[], of: RateLimit): readonly number[] {
  let paid: number | undefined;
  return times.filter((now) => {
    const counted = countCall(paid, now, of);
    paid = counted.paidUntil;
    return counted.taken;
  });
}

describe('countCall', () => {
  it('takes as many at once as the limit says, then one as each comes back', () => {
    expect(taken([0, 0, 0, 0, 19_999, 20_000, 20_000, 40_000], limit)).toEqual([0, 0, 0, 20_000, 40_000]);
  });

  it('says how many are left and how long the next one has to wait', () => {
    const first = countCall(undefined, 0, limit);
    expect([callsLeft(first.paidUntil, 0, limit), secondsToWait(first.paidUntil, 0, limit)]).toEqual([2, 0]);
    const full = [0, 0].reduce((paid) => countCall(paid, 0, limit).paidUntil, first.paidUntil);
    expect([callsLeft(full, 0, limit), secondsToWait(full, 0, limit)]).toEqual([0, 20]);
    expect(secondsToWait(full, 5_500, limit)).toBe(15);
  });

  it('locks nobody out for long where the clock went forward and back', () => {
    const ahead = countCall(undefined, 86_400_000, limit);
    expect(countCall(ahead.paidUntil, 0, limit)).toEqual(countCall(undefined, 0, limit));
  });

  const limits = fc.record({ most: fc.integer({ min: 1, max: 2_000 }), seconds: fc.integer({ min: 1, max: 3_600 }) });
  const times = fc
    .array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 300 })
    .map((steps) => steps.map((_, place) => steps.slice(0, place + 1).reduce((sum, step) => sum + step, 0)));

  it('never takes more than the limit at once, nor twice it in one window', () => {
    fc.assert(
      fc.property(limits, times, (of, at) => {
        const calls = taken(at, of);
        return calls.every((from) => {
          const within = calls.filter((time) => time >= from && time < from + of.seconds * 1000).length;
          return within <= 2 * of.most;
        });
      }),
    );
  });

  it('takes the call that waited as long as it was told', () => {
    fc.assert(
      fc.property(limits, fc.integer({ min: 0, max: 4_000 }), (of, calls) => {
        let paid: number | undefined;
        for (let call = 0; call < calls; call += 1) paid = countCall(paid, 1_000, of).paidUntil;
        const wait = secondsToWait(paid ?? 0, 1_000, of) * 1000;
        return countCall(paid, 1_000 + wait, of).taken;
      }),
    );
  });
});

describe('the part of an address that is for everybody', () => {
  it.each([
    [1, 1, 1],
    [3, 2, 1],
    [30, 20, 3],
    [300, 200, 30],
    [3_000, 2_000, 300],
  ])('of %i calls is %i, and %i more of each known browser', (most, shared, own) => {
    expect([mostShared(most), mostOfBrowser(most)]).toEqual([shared, own]);
  });

  it('leaves the rest to the others at the same price', () => {
    const counts = fc.record({ most: fc.integer({ min: 3, max: 5_000 }), minutes: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(counts, ({ most, minutes }) => {
        const whole = { most, seconds: minutes * 60 };
        let paid: number | undefined;
        for (let call = 0; call < mostShared(most); call += 1) {
          const counted = countCall(paid, 0, sharedLimit(whole));
          if (!counted.taken) break;
          paid = counted.paidUntil;
        }
        expect(Math.abs(callsLeft(paid ?? 0, 0, whole) - (most - mostShared(most)))).toBeLessThanOrEqual(1 + most / 60);
        const next = countCall(paid, 0, whole);
        expect(next.taken).toBe(true);
        expect(next.paidUntil).toBeGreaterThan(paid ?? 0);
      }),
    );
  });
});
