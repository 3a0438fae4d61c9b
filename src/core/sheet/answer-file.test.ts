import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { answerLabel } from '../catalogue/answer-label.ts';
import type { AnswerValue, Scale } from '../catalogue/sheet.ts';
import {
  madeUpArea,
  madeUpItem,
  madeUpSheet,
  madeUpSteps,
  madeUpYesNo as yesNo,
} from '../catalogue/testing/made-up-catalogue.ts';
import type { Fault } from '../kernel/contract.ts';
import { type AnswerFile, parseAnswerFile } from './answer-file.ts';
import { answerToken, answerValueOf } from './answer-token.ts';

const labels = [
  'していない',
  '一部だけ、または人に頼っている',
  '決まりがあり、おおむね行っている',
  '定期的に見直している',
];
const steps: Scale = {
  ...madeUpSteps,
  values: madeUpSteps.values.map((choice, index) => ({ ...choice, label: labels[index] ?? choice.label })),
};
const items = ['H01-1', 'H01-2', 'H01-3'].map((id) => madeUpItem(id));
const hospital = madeUpSheet('hospital', [madeUpArea('01', items)], { scale: steps });
const header = ['item', 'value', 'note'];

function faultsOf(file: AnswerFile): readonly Fault[] {
  return 'faults' in file ? file.faults : [];
}

/** The answers of a file without the columns they stand in. */
function answersIn(file: AnswerFile): unknown {
  return 'answers' in file ? file.answers : file.faults;
}

function valueIn(cell: string | number | null, scale = steps): AnswerValue | null | undefined {
  return answerValueOf(cell, scale);
}

describe('a file of answers', () => {
  it('gives every answer with its row', () => {
    const rows = [header, ['H01-1', '2', ''], ['H01-2', 'NA', '機器が無い'], ['H01-3', '', '']];
    expect(answersIn(parseAnswerFile(rows, hospital))).toEqual([
      { item: 'H01-1', value: '2', note: '', row: 2 },
      { item: 'H01-2', value: 'not-applicable', note: '機器が無い', row: 3 },
      { item: 'H01-3', value: null, note: '', row: 4 },
    ]);
  });

  it('may have its columns in any order, more of them, titles above and empty rows between', () => {
    const rows = [
      ['点検票'],
      ['メモ', '分野', '回答', '設問番号', '更新番号'],
      ['n', '体制', 1, 'H01-1', 7],
      [null],
      ['', '', '', 'H01-2', null],
    ];
    expect(answersIn(parseAnswerFile(rows, hospital))).toEqual([
      { item: 'H01-1', value: '1', note: 'n', revision: 7, row: 3 },
      { item: 'H01-2', value: null, note: '', row: 5 },
    ]);
  });

  it('may have empty cells right of its header, and in a workbook any', () => {
    const csv = [header, ['H01-1', '2', 'n', '', ' ']];
    const answers = [{ item: 'H01-1', value: '2', note: 'n', row: 2 }];
    expect(answersIn(parseAnswerFile(csv, hospital))).toEqual(answers);
    const workbook = [header, ['H01-1', '2', 'n', null, '控え']];
    expect(answersIn(parseAnswerFile(workbook, hospital, { name: '回答' }))).toEqual(answers);
  });

  it('keeps a note exactly as it was written', () => {
    const note = ' 髙﨑\n𠮷田①㈱\t=1 ';
    expect(answersIn(parseAnswerFile([header, ['H01-1', '0', note]], hospital))).toEqual([
      { item: 'H01-1', value: '0', note, row: 2 },
    ]);
  });

  it.each<[string, (string | null)[][], Partial<Fault>[]]>([
    ['nothing at all', [], [{ code: 'file-empty', row: 1 }]],
    ['only blank cells', [[' ', null], ['']], [{ code: 'file-empty', row: 1 }]],
    [
      'no header',
      [['H01-1', '2', '']],
      [
        { code: 'header-missing', row: 1, column: 'item' },
        { code: 'header-missing', row: 1, column: 'value' },
        { code: 'header-missing', row: 1, column: 'note' },
      ],
    ],
    [
      'a header without value',
      [
        ['item', 'note'],
        ['H01-1', ''],
      ],
      [{ code: 'header-missing', row: 1, column: 'value' }],
    ],
    [
      'a header that names a column twice, also in both languages',
      [
        ['item', 'value', 'メモ', 'Note'],
        ['H01-1', '2', '', 'x'],
      ],
      [{ code: 'header-twice', row: 1, column: 'note', message: expect.stringContaining('が2つあります') }],
    ],
    [
      'a note that a comma without quotes has cut',
      [header, ['H01-1', 'NA', '理由、A', ' B も含む', ' C'], ['H01-2', '9', '']],
      [
        { code: 'too-many-columns', row: 2, message: expect.stringMatching(/「B も含む」.*「"」で囲んで/) },
        { code: 'value-not-allowed', row: 3 },
      ],
    ],
    [
      'a cell right of the last title, where the header ends in empty ones',
      [
        [...header, '', ''],
        ['H01-1', '2', 'A', 'B'],
      ],
      [{ code: 'too-many-columns', row: 2 }],
    ],
    [
      'an unknown item',
      [header, ['H99-1', '2', '']],
      [{ code: 'unknown-item', row: 2, column: 'item', item: 'H99-1' }],
    ],
    [
      'an item twice',
      [header, ['H01-1', '2', ''], ['H01-2', '2', ''], ['Ｈ01-1', '2', '']],
      [{ code: 'item-twice', row: 4, column: 'item', item: 'H01-1' }],
    ],
    [
      'a value the scale does not have',
      [header, ['H01-1', 'はい', '']],
      [{ code: 'value-not-allowed', row: 2, column: 'value', item: 'H01-1' }],
    ],
    [
      'not applicable without a note',
      [header, ['H01-1', 'NA', ' ']],
      [{ code: 'note-missing', row: 2, column: 'note', item: 'H01-1' }],
    ],
    ['an answer without an item', [header, ['', '2', '']], [{ code: 'item-missing', row: 2, column: 'item' }]],
    [
      'a note nobody can store',
      [header, ['H01-1', '2', 'あ'.repeat(2001)]],
      [{ code: 'note-too-long', row: 2, column: 'note', item: 'H01-1' }],
    ],
    [
      'a revision that is no number',
      [
        [...header, '更新番号'],
        ['H01-1', '2', '', 'x'],
      ],
      [{ code: 'revision-broken', row: 2, column: '更新番号' }],
    ],
  ])('with %s is refused with the place', (_what, rows, faults) => {
    expect(faultsOf(parseAnswerFile(rows, hospital))).toEqual(faults.map((fault) => expect.objectContaining(fault)));
  });

  it('is refused with every fault at once, and with the name of its sheet', () => {
    const rows = [header, ['X', '9', ''], ['H01-1', '9', ''], ['H01-1', 'NA', '']];
    const faults = faultsOf(parseAnswerFile(rows, hospital, { name: '回答' }));
    expect(faults.map(({ code, row }) => `${row} ${code}`)).toEqual([
      '2 unknown-item',
      '3 value-not-allowed',
      '4 item-twice',
      '4 note-missing',
    ]);
    expect(faults.every(({ sheet }) => sheet === '回答')).toBe(true);
  });
});

describe('a file with cells that cannot be read', () => {
  const titles = ['設問番号', '分野', '回答', 'メモ'];
  const rows = [titles, ['H01-1', null, null, null], [null, 'x', '9', 'n'], ['H01-3', 'x', '2', 'n']];

  it('is refused with every one of them that is read, and with what else is wrong', () => {
    const broken = [
      { row: 2, column: 3 },
      { row: 2, column: 4 },
      { row: 3, column: 1 },
      { row: 4, column: 4 },
    ];
    const faults = faultsOf(parseAnswerFile(rows, hospital, { name: '回答', broken }));
    expect(faults.map(({ sheet, row, column, item, code }) => [sheet, row, column, item, code])).toEqual([
      ['回答', 2, '回答', 'H01-1', 'cell-broken'],
      ['回答', 2, 'メモ', 'H01-1', 'cell-broken'],
      ['回答', 3, '設問番号', undefined, 'cell-broken'],
      ['回答', 4, 'メモ', 'H01-3', 'cell-broken'],
    ]);
    const withMore = [titles, ['H01-1', null, '9', null], ['H01-1', null, null, null]];
    const [value, broke, twice] = faultsOf(
      parseAnswerFile(withMore, hospital, { name: '回答', broken: [{ row: 3, column: 4 }] }),
    );
    expect([value?.code, broke?.code, twice?.code]).toEqual(['value-not-allowed', 'cell-broken', 'item-twice']);
  });

  it('is read where nothing is read from them', () => {
    const broken = [{ row: 2, column: 2 }];
    const file = parseAnswerFile([titles, ['H01-1', null, '2', null]], hospital, { broken });
    expect(answersIn(file)).toEqual([{ item: 'H01-1', value: '2', note: '', row: 2 }]);
  });

  it('is refused with all of them, named as Excel names them, where its header cannot be found', () => {
    const broken = [
      { row: 1, column: 1 },
      { row: 2, column: 28 },
    ];
    const faults = faultsOf(parseAnswerFile([[null], [null]], hospital, { name: '回答', broken }));
    expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [1, 'item', 'header-missing'],
      [1, 'value', 'header-missing'],
      [1, 'note', 'header-missing'],
      [1, 'A', 'cell-broken'],
      [2, 'AB', 'cell-broken'],
    ]);
  });
});

test('a file with more faults than anybody reads says how many more there are', () => {
  const rows = [header, ...Array.from({ length: 730 }, (_, index) => [`X${index}`, '2', ''])];
  const faults = faultsOf(parseAnswerFile(rows, hospital, { name: '回答' }));
  expect(faults).toHaveLength(501);
  expect(faults.at(-1)).toEqual({
    sheet: '回答',
    code: 'more-faults',
    message: 'このほかにも直す所が230件あります。ここまでを直してから、もう一度お試しください。',
  });
  expect(faultsOf(parseAnswerFile(rows.slice(0, 501), hospital))).toHaveLength(500);
});

describe('a value', () => {
  it.each<[string | number | null, AnswerValue | null | undefined]>([
    [0, '0'],
    ['３', '3'],
    ['　2　', '2'],
    ['1 一部だけ、または人に頼っている', '1'],
    ['1　一部だけ', '1'],
    ['NA', 'not-applicable'],
    ['ＮＡ', 'not-applicable'],
    ['対象外', 'not-applicable'],
    ['UNKNOWN', 'unknown'],
    ['unknown', 'unknown'],
    ['分からない', 'unknown'],
    ['', null],
    ['　', null],
    [null, null],
    ['4', undefined],
    [1.5, undefined],
    ['12', undefined],
    ['1 2', undefined],
    ['はい', undefined],
    ['true', undefined],
  ])('written %j is read as %j on the scale of steps', (cell, value) => {
    expect(valueIn(cell)).toBe(value);
  });

  it.each<[string, AnswerValue | null | undefined]>([
    ['はい', 'yes'],
    [' いいえ ', 'no'],
    ['UNKNOWN', 'unknown'],
    ['', null],
    ['NA', undefined],
    ['1', undefined],
  ])('written %j is read as %j on the scale of yes and no', (cell, value) => {
    expect(valueIn(cell, yesNo)).toBe(value);
  });

  test('is read back from what we write, as token and as label', () => {
    const scales = fc.constantFrom(steps, yesNo);
    fc.assert(
      fc.property(scales, fc.nat(5), (scale, index) => {
        const value = scale.values[index % scale.values.length]?.value;
        if (value === undefined) throw new Error('a scale has values');
        expect(answerValueOf(answerToken(value), scale)).toBe(value);
        expect(answerValueOf(answerLabel(value, scale), scale)).toBe(value);
      }),
    );
  });
});
