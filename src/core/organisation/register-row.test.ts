import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRegister } from './import-report.ts';
import { registerEntry } from './register-entry.ts';
import { isHeader, readRegisterRow } from './register-row.ts';

const good = ['010112489', '0112489', '医療法人　愛全病院', '0050813', '札幌市南区川沿１３条２丁目１番３８号'];
const withField = (column: number, field: string) => good.map((value, index) => (index === column ? field : value));

describe('a row of the register', () => {
  test('is read with the prefecture from its code', () => {
    expect(readRegisterRow(good, 7)).toEqual({
      entry: {
        row: 7,
        code: '010112489',
        prefecture: 1,
        name: '医療法人　愛全病院',
        postalCode: '0050813',
        address: '札幌市南区川沿１３条２丁目１番３８号',
      },
    });
  });

  test('may be written in full width, with spaces and hyphens in its numbers, and end in empty columns', () => {
    const uneven = [
      '０１０１１２４８９',
      ' 0112489',
      '\u3000医療法人　愛全病院 ',
      '〒005-0813'.slice(1),
      `${good[4]}\t`,
      '',
      ' ',
    ];
    expect(readRegisterRow(uneven, 7)).toEqual(readRegisterRow(good, 7));
  });

  test('keeps private-use characters and may lack the postal code and the address', () => {
    const read = readRegisterRow(['010112489', '0112489', '\ue0dd翔会', '', ''], 1);
    expect(read).toMatchObject({ entry: { name: '\ue0dd翔会', postalCode: null, address: '' } });
  });

  test.each([
    [good.slice(0, 4), 'column-count', undefined],
    [[...good, '余り'], 'column-count', undefined],
    [withField(0, '10112489'), 'code-not-valid', 'コード（9桁）'],
    [withField(0, '480112489'), 'code-not-valid', 'コード（9桁）'],
    [withField(0, '000112489'), 'code-not-valid', 'コード（9桁）'],
    [withField(0, '01011248X'), 'code-not-valid', 'コード（9桁）'],
    [withField(0, ''), 'code-not-valid', 'コード（9桁）'],
    [withField(1, '0112488'), 'short-code-differs', 'コード（7桁）'],
    [withField(2, '\u3000'), 'name-missing', '名称'],
    [withField(2, '愛全\u0000病院'), 'name-not-valid', '名称'],
    [withField(2, '長'.repeat(201)), 'name-not-valid', '名称'],
    [withField(3, '123456'), 'postal-code-not-valid', '郵便番号'],
    [withField(3, '札幌'), 'postal-code-not-valid', '郵便番号'],
    [withField(4, '南\u0007区'), 'address-not-valid', '所在地'],
  ])('%j is refused with %s', (fields, code, column) => {
    const read = readRegisterRow(fields, 12);
    expect(read).toMatchObject({ fault: { row: 12, code, ...(column && { column }) } });
    expect('fault' in read && read.fault.message).toMatch(/。$/);
  });

  test('is refused with the cure where a spreadsheet has eaten the leading zero', () => {
    const read = readRegisterRow(withField(0, '10112489'), 1);
    expect('fault' in read && read.fault.message).toContain('先頭の0');
  });

  test('is read or refused, never anything else, whatever stands in it', () => {
    const odd = fc.string({ unit: fc.constantFrom(...'0９ \u3000\n\0\t𠮷ア\ue0dd-'), maxLength: 12 });
    fc.assert(
      fc.property(
        fc.tuple(...good.map((field) => fc.oneof({ weight: 9, arbitrary: fc.constant(field) }, odd))),
        (fields) => {
          const read = readRegisterRow(fields, 3);
          if ('fault' in read) {
            expect(read.fault.row).toBe(3);
            return;
          }
          expect(read.entry.code).toMatch(/^(0[1-9]|[1-3]\d|4[0-7])\d{7}$/);
          expect(read.entry.name.length).toBeGreaterThan(0);
          expect(registerEntry(read.entry).grams.join('')).not.toMatch(/\s/);
        },
      ),
    );
  });
});

test('a first line without digits in its first field names the columns', () => {
  expect(isHeader(['医療機関コード', 'コード', '名称', '郵便番号', '所在地'])).toBe(true);
  expect([isHeader(good), isHeader(['０１０１１２４８９', 'x']), isHeader(['', 'x']), isHeader(['題名'])]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('a name of symbols alone is sorted and found by nothing', () => {
  const entry = registerEntry({ name: '〓・\ue0dd', address: '', prefecture: 1 });
  expect(entry).toEqual({ city: '', typeGuess: 'other', nameSort: '', nameFolded: '', grams: [] });
});

test.each([
  [0, 0, false],
  [1, 1, false],
  [2, 1, true],
  [4, 1, true],
  [4, 3, false],
  [100, 20, true],
  [100, 21, false],
  [1000, 50, true],
  [1000, 51, false],
])('a file of %i rows with %i bad ones is a register: %s', (rowsRead, rejected, register) => {
  expect(isRegister({ rowsRead, rejected })).toBe(register);
});
