import { expect, it } from 'vitest';
import { proposedCriteria } from './criteria.ts';
import { estimateFaults } from './estimate-faults.ts';
import type { Assessment } from './risk.ts';

const fields = (part: Partial<Assessment>) =>
  estimateFaults({ likelihood: 3, impact: 4, after: null, afterNote: '', ...part }, proposedCriteria).map(
    ({ field }) => field,
  );

it('what remains is never more than what there was without a word why', () => {
  expect(fields({ after: { likelihood: 2, impact: 4 } })).toEqual([]);
  expect(fields({ after: { likelihood: 3, impact: 4 } })).toEqual([]);
  expect(fields({ after: { likelihood: 4, impact: 4 } })).toEqual(['afterNote']);
  expect(fields({ after: { likelihood: 4, impact: 4 }, afterNote: '　 ' })).toEqual(['afterNote']);
  expect(fields({ after: { likelihood: 4, impact: 4 }, afterNote: '機器が増えるため' })).toEqual([]);
});

it('an estimate stands on the scale there is', () => {
  const short = { ...proposedCriteria, likelihood: proposedCriteria.likelihood.slice(0, 3) };
  const estimate = { likelihood: 4, impact: 1, after: { likelihood: 4, impact: 1 }, afterNote: '' };
  expect(estimateFaults(estimate, short).map(({ field }) => field)).toEqual(['likelihood', 'after']);
});
