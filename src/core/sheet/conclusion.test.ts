import { describe, expect, it } from 'vitest';
import { conclusionFaults, lackingConclusion } from './conclusion.ts';

const answer = { value: '1', note: '', conclusion: null } as const;

describe('the conclusion of an answer', () => {
  it.each([
    ['nothing was answered', undefined, 'value'],
    ['there is a value only', answer, 'conclusion'],
    ['nothing applies', { ...answer, value: 'not-applicable' }, undefined],
    ['it conforms', { ...answer, conclusion: 'conformity' as const }, undefined],
    ['it does not conform and nobody says why', { ...answer, conclusion: 'major' as const, note: ' ' }, 'reason'],
    ['it does not conform for a reason', { ...answer, conclusion: 'minor' as const, note: '台帳が古い' }, undefined],
  ])('where %s', (_, given, lacking) => {
    expect(lackingConclusion(given)).toBe(lacking);
  });

  it('is taken in an audit alone, with a value', () => {
    const major = { ...answer, conclusion: 'major' } as const;
    expect(conclusionFaults('S1', major, 'audit')).toEqual([]);
    expect(conclusionFaults('S1', major, 'own')).toMatchObject([{ code: 'conclusion-not-taken' }]);
    expect(conclusionFaults('S1', { ...major, value: null }, 'audit')).toHaveLength(1);
    expect(conclusionFaults('S1', answer, 'own')).toEqual([]);
  });
});
