import { expect, it } from 'vitest';
import { proposedCriteria } from '#core/risk/criteria.ts';
import { movedLevel } from '#core/risk/level.ts';
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
  const three = resized(draft.likelihood, 3, emptyLevel);
  expect(faults({ likelihood: resized(three, 5, emptyLevel) })).toEqual(['likelihood.1.title', 'likelihood.3.title']);
  expect(
    faults({ impact: draft.impact.map((level, place) => (place === 2 ? { ...level, hours: '0' } : level)) }),
  ).toEqual(['impact.2.hours']);
  expect(faults({ attentionFrom: 'x', urgentFrom: '' })).toEqual(['attentionFrom', 'urgentFrom']);
  expect(faults({ urgentFrom: '30' })).toEqual(['urgentFrom']);
});

it.each([
  [5, 3],
  [5, 4],
  [4, 3],
  [3, 4],
  [3, 5],
  [4, 5],
])('on an axis of %d levels that gets %d the words go where its estimates go, and the ends stay', (from, to) => {
  const levels = Array.from({ length: from }, (_, place) => String(place + 1));
  const words = resized(levels, to, '');
  expect([words[0], words.at(-1)]).toEqual(['1', String(from)]);
  for (const [place, word] of words.entries()) {
    if (word !== '') expect(movedLevel(Number(word), from, to)).toBe(place + 1);
  }
  if (to > from) expect(words.filter((word) => word !== '')).toEqual(levels);
});

it('other words are told from other boundaries', () => {
  expect(saysOther({ ...draft, urgentFrom: '20' }, proposedCriteria)).toBe(false);
  expect(saysOther({ ...draft, likelihood: [emptyLevel, ...draft.likelihood.slice(1)] }, proposedCriteria)).toBe(true);
});
