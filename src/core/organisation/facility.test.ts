import { expect, it } from 'vitest';
import { facilityFunctionSchema, facilityProfileSchema } from './facility.ts';

const { functions: schema } = facilityProfileSchema.shape;

it('keeps each function of a facility once, in the order of the table', () => {
  expect(schema.parse(Array(9).fill('perinatal'))).toEqual(['perinatal']);
  expect(schema.parse(['psychiatric', 'university', 'psychiatric'])).toEqual(['university', 'psychiatric']);
});

it('takes every function there is, and no longer list', () => {
  const every = facilityFunctionSchema.options;
  expect(schema.parse(every)).toEqual(every);
  expect(schema.safeParse([...every, 'university']).error?.issues[0]?.message).toMatch(/一度だけ/);
});
