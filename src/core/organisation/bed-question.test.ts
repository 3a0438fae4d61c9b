import { expect, test } from 'vitest';
import { bedQuestion } from './bed-question.ts';

test.each([
  ['hospital', 20, null],
  ['hospital', 19, '19床なら「有床診療所」ではありませんか。'],
  ['hospital', 0, '0床なら「無床診療所」ではありませんか。'],
  ['clinic-with-beds', 19, null],
  ['clinic-with-beds', 20, '20床なら「病院」ではありませんか。'],
  ['clinic-with-beds', 0, '0床なら「無床診療所」ではありませんか。'],
  ['clinic', 0, null],
  ['clinic', 1, '1床なら「有床診療所」ではありませんか。'],
  ['clinic', 20, '20床なら「病院」ではありませんか。'],
  ['care-home', 50, null],
  ['hospital', null, null],
] as const)('%s with %s beds is asked: %s', (type, beds, question) => {
  expect(bedQuestion(type, beds)).toBe(question);
});
