import { expect, it } from 'vitest';
import { type CriteriaEdit, criteriaEditSchema, criteriaFaults, proposedCriteria } from './criteria.ts';

const changed = (part: Partial<CriteriaEdit>) => ({ ...proposedCriteria, ...part });
const fieldsOf = (edit: CriteriaEdit) => criteriaFaults(edit).map(({ field }) => field);

it('what the product proposes is faultless', () => {
  expect(criteriaEditSchema.safeParse(proposedCriteria).success).toBe(true);
  expect(criteriaFaults(proposedCriteria)).toEqual([]);
});

it('an axis has three to five levels', () => {
  const of = (count: number) =>
    criteriaEditSchema.safeParse(changed({ likelihood: Array(count).fill({ title: '段', meaning: '' }) }));
  expect([2, 3, 5, 6].map((count) => of(count).success)).toEqual([false, true, true, false]);
});

it('names stand once, numbers rise, and each band holds a level', () => {
  const [first, ...others] = proposedCriteria.likelihood;
  expect(fieldsOf(changed({ likelihood: [first, first, ...others.slice(1)].flatMap((one) => one ?? []) }))).toEqual([
    'likelihood',
  ]);
  const turned = proposedCriteria.impact.map((level) => (level.hours === 24 ? { ...level, hours: 200 } : level));
  expect(fieldsOf(changed({ impact: turned }))).toEqual(['impact']);
  expect(fieldsOf(changed({ attentionFrom: 15 }))).toEqual(['urgentFrom']);
  expect(fieldsOf(changed({ impact: proposedCriteria.impact.slice(0, 3), urgentFrom: 16 }))).toEqual(['urgentFrom']);
});
