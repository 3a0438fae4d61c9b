import { expect, test } from 'vitest';
import { costRange, costText, personDaysText, totalCost } from './cost.ts';

test.each([
  [0, '0円', '0円'],
  [1, '30万円まで', '5万円まで'],
  [2, '30万〜300万円', '5万〜50万円'],
  [3, '300万円超', '50万円超'],
])('cost class %d means %s in a hospital and %s in a small facility', (costClass, hospital, small) => {
  expect(costText(costRange(costClass, 'hospital'))).toBe(hospital);
  expect(costText(costRange(costClass, 'executive'))).toBe(hospital);
  expect(costText(costRange(costClass, 'small-facility'))).toBe(small);
});

test('a cost class that does not exist is a mistake of ours', () => {
  expect(() => costRange(4, 'hospital')).toThrow(RangeError);
});

test('costs add up at both ends; one without an upper end leaves the sum without one', () => {
  const ranges = [0, 1, 2].map((costClass) => costRange(costClass, 'hospital'));
  expect(costText(totalCost(ranges))).toBe('30万〜330万円');
  expect(costText(totalCost([...ranges, costRange(3, 'hospital')]))).toBe('330万円超');
  expect(costText(totalCost([]))).toBe('0円');
});

test('person-days are shown without the dust of binary fractions', () => {
  expect(personDaysText(0.1 + 0.2)).toBe('0.3人日');
  expect(personDaysText(12)).toBe('12人日');
});
