import { describe, expect, it } from 'vitest';
import { facilityBadge } from './facility-badge.ts';

const hospital = { type: 'hospital', typeGuessed: false, beds: 218, functions: [] } as const;

describe('facilityBadge', () => {
  it('says beds and function', () => {
    expect(facilityBadge({ ...hospital, functions: ['secondary-emergency'] })).toBe('218床・二次救急');
  });

  it('counts further functions', () => {
    expect(facilityBadge({ ...hospital, functions: ['disaster-base', 'critical-care', 'perinatal'] })).toBe(
      '218床・災害拠点ほか2',
    );
  });

  it('says the kind where no beds are known, and that it is a guess', () => {
    expect(facilityBadge({ ...hospital, beds: null, typeGuessed: true })).toBe('病院（推定）');
    expect(facilityBadge({ type: 'pharmacy', typeGuessed: false, beds: 0, functions: [] })).toBe('薬局');
  });
});
