import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type CsvReading, readCsv, writeCsv } from './csv.ts';

function rowsOf(reading: CsvReading): readonly (readonly string[])[] {
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  return reading.rows;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const names = 'item,value,note\r\nH01-1,2,髙﨑①㈱\r\n';
const read = [
  ['item', 'value', 'note'],
  ['H01-1', '2', '髙﨑①㈱'],
];

describe('reading CSV', () => {
  it.each([
    ['UTF-8', utf8(names)],
    ['UTF-8 with a mark', utf8(`\ufeff${names}`)],
    ['CP932', iconv.encode(names, 'cp932')],
  ])('understands %s', (_encoding, bytes) => {
    expect(rowsOf(readCsv(bytes))).toEqual(read);
  });

  it('keeps line breaks, commas and quotes inside a field', () => {
    expect(rowsOf(readCsv(utf8('a,"1\n2,""3"""\n')))).toEqual([['a', '1\n2,"3"']]);
  });

  it('keeps empty lines as rows, so that row numbers are those of the file', () => {
    expect(rowsOf(readCsv(utf8('a,b\n\nc,d\n')))).toEqual([['a', 'b'], [''], ['c', 'd']]);
  });

  it.each<[string, Uint8Array, { code: string; row?: number }]>([
    ['bytes that are no text', Uint8Array.of(0x61, 0x0a, 0xff, 0xfe, 0x00), { code: 'file-undecodable', row: 2 }],
    ['UTF-16', iconv.encode(names, 'utf-16'), { code: 'file-undecodable', row: 1 }],
    ['ISO-2022-JP', Uint8Array.of(0x1b, 0x24, 0x42, 0x46, 0x7c), { code: 'file-undecodable', row: 1 }],
    ['a quote that is never closed', utf8('a,b\nc,"d\n'), { code: 'csv-broken', row: 2 }],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1), { code: 'file-too-large' }],
  ])('refuses %s and says where', (_what, bytes, fault) => {
    expect(readCsv(bytes)).toEqual({ faults: [expect.objectContaining(fault)] });
  });
});

describe('writing CSV', () => {
  it('sets a quote and a tab before what a spreadsheet would run, and marks the file as UTF-8', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      writeCsv([['=1+1', '@x', '-2', -2, null, "'=1"]]),
    );
    expect(text).toBe("\ufeff'\t=1+1,'\t@x,'\t-2,-2,,'=1\r\n");
  });

  const starts = [
    '',
    '=',
    '+',
    '-',
    '@',
    '＝',
    "'",
    "'=",
    "'\t",
    "'\t=",
    "'\t'\t-",
    "''@",
    '\t',
    '\r',
    '"',
    ',',
    ' ',
    '髙﨑',
    '𠮷',
    '①㈱',
    '\n',
    '_x0041_',
  ];
  const field = fc
    .tuple(fc.constantFrom(...starts), fc.string({ unit: 'grapheme' }))
    .map((parts) => parts.join('').replaceAll('\u0000', ''));
  const rows = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

  it('loses nothing on the way there and back', () => {
    fc.assert(
      fc.property(rows, (written) => {
        expect(rowsOf(readCsv(writeCsv(written)))).toEqual(written);
      }),
    );
  });

  it.each(["'-5", "'=1+1", "'+81", "''@x", "'", "'\tx", '\t-5', '-5', '=A1'])(
    'by others is not touched: a field %j stands as it was meant',
    (field) => {
      expect(rowsOf(readCsv(utf8(`item,value,note\r\nH01-1,2,"${field}"\r\n`)))[1]?.[2]).toBe(field);
    },
  );

  it('never leaves a field a spreadsheet would run', () => {
    fc.assert(
      fc.property(rows, (written) => {
        const fields: string[][] = parse(new TextDecoder().decode(writeCsv(written)), { relax_column_count: true });
        for (const field of fields.flat()) expect(field).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
      }),
      { examples: [[[['=1+1']]]] },
    );
  });
});
