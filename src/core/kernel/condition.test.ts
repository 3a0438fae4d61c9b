import { describe, expect, it } from 'vitest';
import { type Condition, conditionSchema, holds } from './condition.ts';

const values: Readonly<Record<string, string>> = { A: '2', B: 'yes', C: '' };
const told = (condition: Condition) => holds(conditionSchema.parse(condition), (item) => values[item]);
const isTwo: Condition = { equals: { item: 'A', value: '2' } };
const isNo: Condition = { equals: { item: 'B', value: 'no' } };

describe('a condition', () => {
  it.each<[string, Condition, boolean]>([
    ['equals', isTwo, true],
    ['equals another value', isNo, false],
    ['equals nothing where there is no value', { equals: { item: 'D', value: '' } }, false],
    ['all of them', { all: [isTwo, { not: isNo }] }, true],
    ['all but one', { all: [isTwo, isNo] }, false],
    ['all of none', { all: [] }, true],
    ['any of them', { any: [isNo, isTwo] }, true],
    ['none of any', { any: [isNo] }, false],
    ['any of none', { any: [] }, false],
    ['not', { not: isTwo }, false],
    ['not of what has no value', { not: { equals: { item: 'D', value: '1' } } }, true],
    ['at least what it is', { atLeast: { item: 'A', value: 2 } }, true],
    ['at least more than it is', { atLeast: { item: 'A', value: 3 } }, false],
    ['at least 0 where the value is empty', { atLeast: { item: 'C', value: 0 } }, false],
    ['at least 0 where there is no value', { atLeast: { item: 'D', value: 0 } }, false],
    ['at least of a value that is no number', { atLeast: { item: 'B', value: 0 } }, false],
    ['within', { within: { item: 'B', values: ['no', 'yes'] } }, true],
    ['within others', { within: { item: 'B', values: ['no'] } }, false],
    ['within where there is no value', { within: { item: 'D', values: [''] } }, false],
  ])('%s', (_, condition, expected) => {
    expect(told(condition)).toBe(expected);
  });

  it('with a word nobody knows, or two at once, is refused', () => {
    expect(conditionSchema.safeParse({ never: isTwo }).success).toBe(false);
    expect(conditionSchema.safeParse({ not: isTwo, all: [] }).success).toBe(false);
  });
});
