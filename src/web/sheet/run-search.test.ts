import { describe, expect, it } from 'vitest';
import { areaInAddress, runSearch } from './run-search.ts';

describe('runSearch', () => {
  it('takes an area however the router read it', () => {
    expect(runSearch({ area: '07' })).toEqual({ area: '07' });
    expect(runSearch({ area: 15 })).toEqual({ area: 15 });
    expect(runSearch({ area: '15' })).toEqual({ area: 15 });
  });

  it('leaves out what it does not know', () => {
    expect(runSearch({ show: 'unanswered', page: 3 })).toEqual({ show: 'unanswered' });
    expect(runSearch({ area: ['1'], show: 'everything' })).toEqual({});
  });
});

describe('areaInAddress', () => {
  it('keeps an area that would lose its zero', () => {
    expect(areaInAddress('07')).toBe('07');
    expect(areaInAddress('E1')).toBe('E1');
    expect(areaInAddress('15')).toBe(15);
  });
});
