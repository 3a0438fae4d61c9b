import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SignInTries, signInDelay, signInWait, signInWindowMs } from './sign-in-delay.ts';

const now = new Date('2026-11-21T03:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const none: SignInTries = { here: { count: 0, last: null }, knownHere: false, strangersFull: null };

describe('signInDelay', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [9, 480],
    [10, 900],
    [1000, 900],
  ])('after %i failures asks %i seconds', (failures, seconds) => {
    expect(signInDelay(failures)).toBe(seconds);
  });
});

describe('signInWait', () => {
  it('lets in who never tried', () => {
    expect(signInWait(none, now)).toBe(0);
  });

  it('counts the delay from the last try', () => {
    expect(signInWait({ ...none, here: { count: 5, last: ago(10) } }, now)).toBe(20);
    expect(signInWait({ ...none, here: { count: 5, last: ago(30) } }, now)).toBe(0);
    expect(signInWait({ ...none, here: { count: 4, last: now } }, now)).toBe(0);
  });

  it('closes a crowded account to addresses it does not know until the crowd is an hour old', () => {
    expect(signInWait({ ...none, strangersFull: ago(600) }, now)).toBe(3000);
    expect(signInWait({ ...none, strangersFull: ago(3600) }, now)).toBe(0);
    expect(signInWait({ ...none, strangersFull: ago(600), knownHere: true }, now)).toBe(0);
  });

  it('counts failures at a known address all the same', () => {
    expect(signInWait({ ...none, here: { count: 6, last: now }, knownHere: true }, now)).toBe(60);
  });

  it('never asks more than an hour, nor a negative time', () => {
    const past = fc.integer({ min: 0, max: 1_000_000 }).map(ago);
    const tries = fc.record({
      here: fc.record({ count: fc.nat(200), last: fc.option(past) }),
      knownHere: fc.boolean(),
      strangersFull: fc.option(past),
    });
    fc.assert(
      fc.property(tries, (given) => {
        const wait = signInWait(given, now);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(signInWindowMs / 1000);
      }),
    );
  });
});
