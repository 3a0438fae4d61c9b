import { expect, test } from 'vitest';
import { classCostId, defaultCost, isClassCost, reckonedCost } from './reckoned-cost.ts';

const measure = { id: 'M07-1', costClass: 2 };

test('a measure costs what the facility says of it, else of its class, else the default', () => {
  const own = new Map([['HOSPITAL-2', 900_000]]);
  expect(reckonedCost(measure, 'hospital', new Map())).toBe(1_500_000);
  expect(reckonedCost(measure, 'hospital', own)).toBe(900_000);
  expect(reckonedCost(measure, 'executive', own)).toBe(900_000);
  expect(reckonedCost(measure, 'small-facility', own)).toBe(200_000);
  expect(reckonedCost(measure, 'hospital', new Map([...own, ['M07-1', 0]]))).toBe(0);
});

test('a class is known by its name, and there is no fifth', () => {
  expect(classCostId(3, 'small-facility')).toBe('SMALL-3');
  expect(['HOSPITAL-0', 'SMALL-3', 'HOSPITAL-4', 'M07-1'].map(isClassCost)).toEqual([true, true, false, false]);
  expect(() => defaultCost(4, 'hospital')).toThrow(RangeError);
});
