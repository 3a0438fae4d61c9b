import { describe, expect, it } from 'vitest';
import { madeUpArea, madeUpItem, madeUpSheet } from '../catalogue/testing/made-up-catalogue.ts';
import type { SheetRows, Workbook, WorkbookCell } from '../kernel/workbook.ts';
import { answerWorkbook, readAnswerWorkbook } from './answer-workbook.ts';

const sheet = madeUpSheet('hospital', [
  madeUpArea('01', [madeUpItem('H01-1'), madeUpItem('H01-2', { unverified: '条番号', evidence: ['任命書'] })]),
  madeUpArea('02', [madeUpItem('H02-1')]),
]);
const answers = new Map([
  ['H01-1', { value: 'not-applicable' as const, note: '機器が無い\n髙﨑', revision: 3 }],
  ['H02-1', { value: '1' as const, note: '', revision: 1 }],
]);
const facility = { id: '6f9b', name: 'みなと病院' };
const filled = answerWorkbook({ sheet, answers, facility, run: 'run-1', fiscalYear: '令和8年度' });

/** The workbook as a reader gives it: values only. */
function read(workbook: Workbook): SheetRows[] {
  const value = (cell: WorkbookCell) => (typeof cell === 'object' && cell !== null ? cell.value : cell);
  return workbook.sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(value)) }));
}

describe('the sheet to answer in Excel', () => {
  it('gives back every answer, note and revision, and to whom it belongs', () => {
    expect(readAnswerWorkbook(read(filled), sheet)).toMatchObject({
      head: { sheet: 'hospital', version: '1.0.0', facility: '6f9b', run: 'run-1' },
      answers: [
        { item: 'H01-1', value: 'not-applicable', note: '機器が無い\n髙﨑', revision: 3, row: 2 },
        { item: 'H01-2', value: null, note: '', revision: 0, row: 3 },
        { item: 'H02-1', value: '1', note: '', revision: 1, row: 4 },
      ],
    });
  });

  it('shows area, question, help, evidence and what is 要確認 beside the answer', () => {
    const [, , second] = read(filled)[0]?.rows ?? [];
    expect(second?.slice(0, 3)).toEqual(['H01-2', '分野01', 'H01-2をしていますか']);
    expect(second?.[3]).toBe('意味\nよい例：良い例\nよくある誤り：よくある誤り\n証跡：任命書\n要確認：条番号');
  });

  it('offers exactly the values of the scale as drop-downs on every answer', () => {
    expect(filled.sheets[0]?.choices).toEqual([
      expect.objectContaining({
        column: 5,
        fromRow: 2,
        toRow: 4,
        allowed: ['0 段階0', '1 段階1', '2 段階2', '3 段階3', '分からない', '対象外'],
      }),
    ]);
  });

  it('is read without its guide, from whichever sheet has the header', () => {
    const [first] = read(filled);
    const other = { name: 'メモ書き', rows: [['x']] };
    const renamed = { name: 'Sheet1', rows: first?.rows ?? [] };
    const found = readAnswerWorkbook([other, renamed], sheet);
    expect(found).toMatchObject({ answers: [{ item: 'H01-1' }, { item: 'H01-2' }, { item: 'H02-1' }] });
    expect(found.head).toBeUndefined();
  });

  it('names the sheet in which a fault stands, and refuses a workbook without sheets', () => {
    const rows = [
      ['設問番号', '回答', 'メモ'],
      ['H09-9', '1', ''],
    ];
    expect(readAnswerWorkbook([{ name: '回答', rows }], sheet)).toMatchObject({
      faults: [{ sheet: '回答', row: 2, column: '設問番号', code: 'unknown-item' }],
    });
    const broken = [{ row: 1, column: 2 }];
    const cell = readAnswerWorkbook([{ name: '回答', rows: [['設問番号', null, 'メモ']], broken }], sheet);
    expect(cell).toMatchObject({ faults: [{ column: 'value' }, { sheet: '回答', row: 1, column: 'B' }] });
    expect(readAnswerWorkbook([], sheet)).toMatchObject({ faults: [{ code: 'file-empty' }] });
  });
});
