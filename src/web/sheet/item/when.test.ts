import { describe, expect, it } from 'vitest';
import { shortWhen } from './when.ts';

const now = new Date('2026-11-21T09:00:00+09:00');

describe('shortWhen', () => {
  it('is the time today, the day before that, the year where it is another', () => {
    expect(shortWhen(new Date('2026-11-21T08:42:00+09:00'), now)).toBe('8:42');
    expect(shortWhen(new Date('2026-11-12T08:42:00+09:00'), now)).toBe('11月12日');
    expect(shortWhen(new Date('2025-11-21T08:42:00+09:00'), now)).toBe('2025年11月21日');
  });

  it('goes by the day in Japan', () => {
    expect(shortWhen(new Date('2026-11-20T15:30:00Z'), now)).toBe('0:30');
  });
});
