import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysAfter } from '../../kernel/fiscal-year.ts';
import { type DecisionEdit, decisionFaults, decisionNumber } from './decision.ts';

const today = '2026-11-27';
const fields = (kind: Parameters<typeof decisionFaults>[0], edit: Partial<DecisionEdit>) =>
  decisionFaults(kind, { outcome: 'approved', reason: '', until: null, ...edit }, today).map(({ field }) => field);

test('a decision is called by its fiscal year and its number', () => {
  expect(decisionNumber({ fiscalYear: 2026, number: 3 })).toBe('令和8年度 第3号');
});

test('approving asks for nothing but the last day of an accepted risk', () => {
  expect(fields('budget', {})).toEqual([]);
  expect(fields('budget', { until: '2026-12-31' })).toEqual(['until']);
  expect(fields('risk-acceptance', {})).toEqual(['until']);
  expect(fields('risk-acceptance', { until: today })).toEqual(['until']);
  expect(fields('risk-acceptance', { until: '2027-03-31' })).toEqual([]);
});

test('declining asks for a reason, and says all that is wrong at once', () => {
  expect(fields('budget', { outcome: 'declined', reason: ' ' })).toEqual(['reason']);
  expect(fields('budget', { outcome: 'declined', reason: ' ', until: '2026-12-31' })).toEqual(['reason', 'until']);
  expect(fields('risk-acceptance', { outcome: 'declined', reason: '直すため' })).toEqual([]);
  expect(decisionFaults('clause-undone', { outcome: 'declined', reason: '', until: null }, today)[0]?.message).toBe(
    '認めない理由と、いつまでに何をさせるかを書いてください。',
  );
});

test('putting off takes a day from tomorrow to the 400th', () => {
  fc.assert(
    fc.property(fc.integer({ min: -800, max: 800 }), (days) => {
      const until = daysAfter(today, days);
      const isRight = days >= 1 && days <= 400;
      expect(fields('other', { outcome: 'deferred', until })).toEqual(isRight ? [] : ['until']);
    }),
  );
  expect(fields('other', { outcome: 'deferred' })).toEqual(['until']);
});
