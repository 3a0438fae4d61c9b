import { expect, it } from 'vitest';
import { proposedCriteria } from '#core/risk/criteria.ts';
import { type CriteriaDraft, criteriaOf, draftOf, emptyLevel, resized, saysOther } from './criteria-draft.ts';

const draft = draftOf(proposedCriteria);
const faults = (part: Partial<CriteriaDraft>) => {
  const read = criteriaOf({ ...draft, ...part });
  return 'faults' in read ? Object.keys(read.faults) : [];
};

it('what is proposed is read back as it is', () => {
  const { revision: _, ...proposed } = proposedCriteria;
  expect(criteriaOf(draft)).toEqual({ criteria: proposed });
});

it('names what is missing, wrong, or out of order', () => {
  expect(faults({ likelihood: resized(draft.likelihood, 6, emptyLevel) })).toEqual(['likelihood.5.title']);
  expect(
    faults({ impact: draft.impact.map((level, place) => (place === 2 ? { ...level, hours: '0' } : level)) }),
  ).toEqual(['impact.2.hours']);
  expect(faults({ attentionFrom: 'x', urgentFrom: '' })).toEqual(['attentionFrom', 'urgentFrom']);
  expect(faults({ urgentFrom: '30' })).toEqual(['urgentFrom']);
});

it('an axis that shrinks keeps its ends, and other words are told from other boundaries', () => {
  const titles = (count: number) => resized(draft.likelihood, count, emptyLevel).map(({ title }) => title);
  expect(titles(3)).toEqual(['まれ', 'ときどき', 'いつでも']);
  expect(titles(4)).toEqual(['まれ', '少ない', '多い', 'いつでも']);
  expect(saysOther({ ...draft, urgentFrom: '20' }, proposedCriteria)).toBe(false);
  expect(saysOther({ ...draft, likelihood: [emptyLevel, ...draft.likelihood.slice(1)] }, proposedCriteria)).toBe(true);
});
