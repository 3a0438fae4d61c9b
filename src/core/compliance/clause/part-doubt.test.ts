import { expect, it } from 'vitest';
import { isUnsureAlone, partDoubtOf } from './part-doubt.ts';

const scope = (applies: 'yes' | 'to-check', reason: string | null = null) => ({ applies, reason });
const told = { certainty: 'secondary', scope: scope('yes') } as const;
const checked = { certainty: 'primary', scope: scope('yes') } as const;
const deemed = { certainty: 'primary', scope: scope('to-check', 'みなし遵守') } as const;

it('says once of a part what holds for all its lines, and of a line only what holds for it alone', () => {
  expect(partDoubtOf([told, told])).toEqual({ certainty: 'secondary', reason: null });
  expect(isUnsureAlone(told, partDoubtOf([told, told]))).toBe(false);
  expect(partDoubtOf([deemed, deemed])).toEqual({ certainty: null, reason: 'みなし遵守' });
  expect(isUnsureAlone(deemed, partDoubtOf([deemed, deemed]))).toBe(false);
  const mixed = partDoubtOf([told, checked, deemed]);
  expect(mixed).toEqual({ certainty: null, reason: null });
  expect([told, checked, deemed].map((line) => isUnsureAlone(line, mixed))).toEqual([true, false, true]);
  const both = { ...deemed, certainty: 'partly' } as const;
  expect(isUnsureAlone(both, partDoubtOf([both, deemed]))).toBe(true);
  expect(partDoubtOf([])).toEqual({ certainty: null, reason: null });
});
