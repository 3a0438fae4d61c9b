import { expect, test } from 'vitest';
import { reportOf } from '../../assessment/report.ts';
import { assess } from '../../assessment/result.ts';
import { answersOf } from '../../assessment/testing/made-up-answers.ts';
import type { AnswerValue } from '../../catalogue/sheet.ts';
import { madeUpArea, madeUpItem, madeUpSheet } from '../../catalogue/testing/made-up-catalogue.ts';
import { agedSystems, closingRequests } from './closing.ts';
import { requestEditSchema } from './request.ts';

const sheet = madeUpSheet('hospital', [madeUpArea('03', [madeUpItem('H03-4')])]);
const audited = {
  itemId: 'H03-4',
  kind: 'audited' as const,
  value: '0' as const,
  claimed: '3' as const,
  sourceId: '0198c0de-0000-7000-8000-000000000001',
  on: '2026-11-05',
};

function aged(value: AnswerValue, established: readonly (typeof audited)[] = []) {
  const answers = answersOf({ 'H03-4': value });
  const result = assess(sheet, answers, { measureOf: () => undefined });
  return agedSystems('RUN', reportOf({ sheet, answers, result, now: new Date(), fiscalYear: 2026, established }));
}

test('closing a system is asked about where the ends of support are not listed, by the answer or by an audit', () => {
  expect(aged('2')).toBeNull();
  expect(aged('unknown')).not.toBeNull();
  expect(aged('3', [audited])?.said).toBe('「3 段階3」、監査では 0 段階0（令和8年11月5日）');
  const [request] = closingRequests([aged('1')].filter((one) => one !== null));
  expect(request).toMatchObject({ kind: 'closing', source: 'closing/RUN', cost: null });
  expect(request?.matter).toContain('H03-4「H03-4をしていますか」の答えは「1 段階1」です。');
  expect(requestEditSchema.safeParse(request).success).toBe(true);
});

test('a sheet that does not ask for it suggests nothing', () => {
  const other = madeUpSheet('small-facility', [madeUpArea('S1', [madeUpItem('S1')])]);
  const answers = answersOf({ S1: '0' });
  const result = assess(other, answers, { measureOf: () => undefined });
  expect(agedSystems('RUN', reportOf({ sheet: other, answers, result, now: new Date() }))).toBeNull();
});
