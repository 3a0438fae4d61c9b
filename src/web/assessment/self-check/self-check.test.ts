import { describe, expect, it } from 'vitest';
import { answersOf, countOf, isComplete, type SelfCheck, withAnswer } from './self-check.ts';

const sheet = { id: 'small-facility', version: '1.0.0' } as const;
const begun: SelfCheck = { kind: 'clinic', sheets: {} };

describe('withAnswer', () => {
  it('keeps the other answers of the same version', () => {
    const check = withAnswer(withAnswer(begun, sheet, 'S1', { value: '2' }), sheet, 'S2', { value: '0' });
    expect([...answersOf(check, sheet)]).toEqual([
      ['S1', { value: '2' }],
      ['S2', { value: '0' }],
    ]);
  });

  it('leaves answers to another version behind', () => {
    const old = withAnswer(begun, { ...sheet, version: '0.9.0' }, 'S1', { value: '3' });
    expect([...answersOf(withAnswer(old, sheet, 'S2', { value: '1' }), sheet).keys()]).toEqual(['S2']);
  });

  it('touches no other sheet', () => {
    const network = { id: 'network-level', version: '1.0.0' } as const;
    const check = withAnswer(withAnswer(begun, network, 'N1', { value: 'yes' }), sheet, 'S1', { value: '2' });
    expect(answersOf(check, network).get('N1')).toEqual({ value: 'yes' });
  });
});

describe('対象外', () => {
  it('counts only once its reason is written', () => {
    expect(isComplete({ value: 'not-applicable' })).toBe(false);
    expect(isComplete({ value: 'not-applicable', note: ' 　' })).toBe(false);
    expect(isComplete({ value: 'not-applicable', note: '端末が無い' })).toBe(true);
  });

  it('without a reason is no answer for the score', () => {
    const check = withAnswer(begun, sheet, 'S7', { value: 'not-applicable', note: '' });
    expect(answersOf(check, sheet).size).toBe(0);
    expect(countOf(check, 'small-facility')).toBe(0);
  });
});
