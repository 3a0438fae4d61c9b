import { expect, test } from 'vitest';
import { madeUpArea, madeUpItem, madeUpMeasure, madeUpSheet } from '../catalogue/testing/made-up-catalogue.ts';
import type { WorkbookCell } from '../kernel/workbook.ts';
import { parseAnswerFile } from '../sheet/answer-file.ts';
import { readAnswerWorkbook } from '../sheet/answer-workbook.ts';
import { changeSince } from './change.ts';
import { reportOf } from './report.ts';
import { assess } from './result.ts';
import { resultWorkbook } from './result-workbook.ts';

const sheet = madeUpSheet('hospital', [
  madeUpArea(
    '01',
    [madeUpItem('H01-1'), madeUpItem('H01-2'), madeUpItem('H01-3')],
    [madeUpMeasure('M01-1', ['H01-1→2'])],
  ),
  madeUpArea('02', [madeUpItem('H02-1', { certainty: 'secondary' })]),
]);
const answers = new Map([
  ['H01-1', { value: '0' as const, note: '=1+1\n髙﨑' }],
  ['H01-2', { value: '1' as const, note: '' }],
  ['H01-3', { value: 'unknown' as const, note: '' }],
]);
const result = assess(sheet, answers, { measureOf: () => undefined });
const change = changeSince({ sheet, answers: new Map([['H01-1', { value: '2' }]]) }, { sheet, answers });
const now = new Date('2026-11-20T03:00:00Z');
const established = [
  {
    itemId: 'H01-2',
    kind: 'audited' as const,
    value: '0' as const,
    claimed: '1' as const,
    sourceId: '0198c0de-0000-7000-8000-000000000001',
    on: '2026-11-05',
  },
];
const previous = { fiscalYear: 2025, change };
const workbook = resultWorkbook(reportOf({ sheet, answers, result, now, facility: '髙﨑病院', previous, established }));

function values(name: string): (string | number | null)[][] {
  const plain = (cell: WorkbookCell) => (typeof cell === 'object' && cell !== null ? cell.value : cell);
  return workbook.sheets.find((tab) => tab.name === name)?.rows.map((row) => row.map(plain)) ?? [];
}

test('the workbook of a result has a sheet for each part there is', () => {
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['まとめ', '分野', '確かめた値', '設問と回答', '対策']);
  expect(workbook.title).toBe('自己点検の結果　髙﨑病院');
});

test('scores stand in it as unrounded numbers', () => {
  expect(values('分野')[1]?.slice(0, 6)).toEqual(['01', '分野01', 1 / 3, 0, 2, 1 / 3 - 2]);
  expect(values('分野')[2]?.slice(0, 3)).toEqual(['02', '分野02', null]);
  expect(values('まとめ').find(([key]) => key === '総合（0〜3）')?.[1]).toBe(1 / 3);
});

test('every answer stands in it with its note as written and its mark 要確認', () => {
  expect(values('設問と回答').slice(1)).toEqual([
    ['H01-1', '分野01', 'H01-1をしていますか', '0 段階0', '2 段階2', '', '=1+1\n髙﨑'],
    ['H01-2', '分野01', 'H01-2をしていますか', '1 段階1', '未回答', '監査では 0 段階0（令和8年11月5日）', ''],
    ['H01-3', '分野01', 'H01-3をしていますか', '分からない', '未回答', '', ''],
    ['H02-1', '分野02', 'H02-1をしていますか【要確認】', '未回答', null, '', ''],
  ]);
});

test('what an audit established stands in it beside the answer, with its day', () => {
  expect(values('確かめた値').slice(1)).toEqual([
    ['H01-2', 'H01-2をしていますか', '1 段階1', '0 段階0', '令和8年11月5日', null, null, '違います'],
  ]);
});

test('it is refused as a result where answers are asked for, with nothing else said of it', () => {
  const tabs = workbook.sheets.map(({ name }) => ({ name, rows: values(name) }));
  const refused = {
    faults: [
      expect.objectContaining({ code: 'result-file', message: expect.stringMatching(/^これは結果のファイルです。/) }),
    ],
  };
  expect(readAnswerWorkbook(tabs, sheet)).toEqual(refused);
  const asCsv = values('設問と回答').map((row) => row.map(String));
  expect(parseAnswerFile(asCsv, sheet)).toEqual(refused);
});

test('measures stand in it with cost class, person-days and what caused them', () => {
  expect(values('対策')[1]).toEqual(
    expect.arrayContaining(['M01-1', 1, '分野01', 'M01-1をする', 0, '0円', '担当', 'H01-1 0→2']),
  );
});
