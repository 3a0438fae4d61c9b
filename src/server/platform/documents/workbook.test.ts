import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { SheetRows, Workbook, Worksheet } from '#core/kernel/workbook.ts';
import { cellText } from './cell-text.ts';
import { readWorkbook, type WorkbookReading } from './read-workbook.ts';
import { unpackLimits } from './unpack.ts';
import { writeWorkbook } from './write-workbook.ts';

function workbookOf(sheet: Partial<Worksheet>): Workbook {
  const columns = [{ width: 10 }, { width: 20, hidden: true }, { width: 8 }];
  return { title: '題 & 名', source: '出典', sheets: [{ name: '回答', columns, rows: [], ...sheet }] };
}

function sheetsOf(reading: WorkbookReading): readonly SheetRows[] {
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  return reading.sheets;
}

async function xmlOf(workbook: Workbook, path: string): Promise<string> {
  const part = unzipSync(await writeWorkbook(workbook))[path];
  return new TextDecoder().decode(part);
}

const sheetPath = 'xl/worksheets/sheet1.xml';

describe('a workbook', () => {
  const odd = [
    '髙﨑',
    '𠮷',
    '①㈱',
    '=1+1',
    ' 端 ',
    'a\nb\r\nc',
    '_x0041_',
    '_x005F_x0041_',
    'constructor',
    '__proto__',
    '\u0001',
    '\uffff',
    '<&">',
    "'=",
    '0',
    'TRUE',
    '\ue000',
  ];
  const text = fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
  const cell = fc.oneof(
    text,
    fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e9, max: 1e9 }),
    fc.constant(null),
  );

  it('gives back every text and number exactly as it was written', async () => {
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    const kept = (value: string | number | null) => (value === '' ? null : value === 0 ? 0 : value);
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const table = [['head', 'b', 'end'], ...written, ['last', 'row', 'x']];
        const [sheet] = sheetsOf(await readWorkbook(await writeWorkbook(workbookOf({ rows: table }))));
        expect(sheet).toEqual({ name: '回答', rows: table.map((row) => row.map(kept)) });
      }),
      { numRuns: 60 },
    );
  });

  it('holds drop-downs, a filter, a hidden column and the set-up for A4', async () => {
    const xml = await xmlOf(
      workbookOf({
        rows: [
          ['a', 'b', 'c'],
          ['1', '2', '3'],
        ],
        headRow: 1,
        filter: true,
        landscape: true,
        choices: [{ column: 3, fromRow: 2, toRow: 9, allowed: ['0 していない', '"はい"'], prompt: '<選ぶ>' }],
      }),
      sheetPath,
    );
    expect(xml).toContain('sqref="C2:C9"><formula1>"0 していない,"はい""</formula1></dataValidation>');
    expect(xml).toContain('prompt="&lt;選ぶ&gt;"');
    expect(xml).toContain('<autoFilter ref="A1:C2"/>');
    expect(xml).toMatch(/<col [^>]*min="2"[^>]*hidden="1"/);
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(xml).toContain('<oddHeader>&amp;L題 &amp;&amp; 名&amp;R&amp;A</oddHeader>');
    const order = [
      '<sheetPr>',
      '<sheetViews>',
      '<cols>',
      '<sheetData>',
      '<autoFilter',
      '<dataValidations',
      '<pageMargins',
      '<pageSetup',
      '<headerFooter>',
    ];
    const places = order.map((part) => xml.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it('repeats its head row on every printed page', async () => {
    const xml = await xmlOf(workbookOf({ rows: [['a']], headRow: 1 }), 'xl/workbook.xml');
    expect(xml).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'回答'!$1:$1</definedName>`);
  });

  it.each([[['a,b']], [['あ'.repeat(256)]]])('refuses a drop-down that Excel could not hold: %j', async (allowed) => {
    const choices = [{ column: 1, fromRow: 1, toRow: 1, allowed }];
    await expect(writeWorkbook(workbookOf({ rows: [['a']], choices }))).rejects.toThrow('no drop-down');
  });
});

describe('the text of a cell', () => {
  it('is written so that XML can hold it', () => {
    expect(cellText('a\u0001\r\n_x0041_')).toBe('a_x0001__x000D_\n_x005F_x0041_');
  });
});

describe('a file that is no usable workbook', () => {
  const part = (name: string, content: string) => zipSync({ [name]: strToU8(content) });

  it.each<[string, () => Uint8Array, string]>([
    ['text', () => strToU8('item,value,note'), 'file-not-excel'],
    ['nothing', () => new Uint8Array(), 'file-not-excel'],
    ['an old .xls', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'file-old-format'],
    ['a zip without a workbook', () => part('a.xml', '<a/>'), 'file-broken'],
    ['a zip cut in the middle', () => part('xl/workbook.xml', 'x'.repeat(500)).subarray(0, 60), 'file-broken'],
    [
      'more than 20 MB',
      () => Uint8Array.from({ length: unpackLimits.packedBytes + 1 }, (_, at) => [0x50, 0x4b][at] ?? 0),
      'file-too-large',
    ],
    [
      'a zip of thousands of parts',
      () => zipSync(Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`${at}.xml`, strToU8('')]))),
      'file-too-many-parts',
    ],
    [
      'a zip that unpacks without end',
      () => part('xl/sharedStrings.xml', ' '.repeat(unpackLimits.unpackedBytes + 1)),
      'file-unpacks-too-large',
    ],
  ])('is refused as a fault: %s', async (_what, bytes, code) => {
    expect(await readWorkbook(bytes())).toEqual({ faults: [expect.objectContaining({ code })] });
  });

  it('is refused where a part unpacks to more than it declares', async () => {
    const parts = unzipSync(await writeWorkbook(workbookOf({ rows: [['a']] })));
    const bytes = zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(' '.repeat(5_000_000)) });
    const lying = declaring(bytes, 5_000_000, 10);
    expect(await readWorkbook(lying)).toEqual({ faults: [expect.objectContaining({ code: 'file-broken' })] });
  });
});

describe('cells that cannot be read', () => {
  const rows = [
    ['a', 'b', 1],
    ['c', 'd', 2],
  ];
  const twoSheets: Workbook = {
    ...workbookOf({ rows }),
    sheets: [...workbookOf({ rows }).sheets, { name: 'メモ', columns: [{ width: 10 }], rows }],
  };

  /** The workbook with each cell named put in place of the one at its address, in one of its sheets. */
  async function withCells(sheet: 1 | 2, ...cells: readonly string[]): Promise<Uint8Array> {
    const path = `xl/worksheets/sheet${sheet}.xml`;
    const parts = unzipSync(await writeWorkbook(twoSheets));
    const xml = cells.reduce((text, cell) => {
      const address = /r="(\w+)"/.exec(cell)?.[1];
      return text.replace(new RegExp(`<c r="${address}"[^>]*>.*?</c>`), () => cell);
    }, new TextDecoder().decode(parts[path]));
    return zipSync({ ...parts, [path]: strToU8(xml) });
  }

  it.each([
    ['shows an error', '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'],
    ['shows an error and says nothing more', '<c r="B2" t="e"/>'],
    ['has a formula without a result', '<c r="B2" t="str"><f>A1</f></c>'],
    ['points to no text', '<c r="B2" t="s"><v>999</v></c>'],
    ['points to no style', '<c r="B2" s="999"><v>1</v></c>'],
    ['has no number', '<c r="B2"><v>eins</v></c>'],
    ['is neither true nor false', '<c r="B2" t="b"><v>2</v></c>'],
    ['has no date', '<c r="B2" t="d"><v>gestern</v></c>'],
    ['is of no known type', '<c r="B2" t="x"><v>1</v></c>'],
  ])('are told with their place: one that %s', async (_what, cell) => {
    const [sheet] = sheetsOf(await readWorkbook(await withCells(1, cell)));
    expect(sheet?.broken).toEqual([{ row: 2, column: 2 }]);
    expect(sheet?.rows).toEqual([rows[0], ['c', null, 2]]);
  });

  it('are all told, in the sheet they stand in, and the rest is read', async () => {
    const bytes = await withCells(2, '<c r="A1" t="e"><v>#REF!</v></c>', '<c r="C2" t="s"><v>-1</v></c>');
    expect(sheetsOf(await readWorkbook(bytes))).toEqual([
      { name: '回答', rows },
      {
        name: 'メモ',
        rows: [
          [null, 'b', 1],
          ['c', 'd', null],
        ],
        broken: [
          { row: 1, column: 1 },
          { row: 2, column: 3 },
        ],
      },
    ]);
  });

  it.each([
    ['an empty one', '<c r="B2" s="0"/>', null],
    ['a formula with its result', '<c r="B2" t="str"><f>A1</f><v>a</v></c>', 'a'],
    ['a formula with an empty result', '<c r="B2" t="str"><f>A9</f><v></v></c>', null],
    ['text in place', '<c r="B2" t="inlineStr"><is><t>髙﨑</t></is></c>', '髙﨑'],
    ['a truth value', '<c r="B2" t="b"><v>1</v></c>', true],
    ['a number with exponent', '<c r="B2"><v>1.5E-3</v></c>', 0.0015],
  ])('are not taken for broken where they are not: %s', async (_what, cell, value) => {
    const [sheet] = sheetsOf(await readWorkbook(await withCells(1, cell)));
    expect(sheet).toEqual({ name: '回答', rows: [rows[0], ['c', value, 2]] });
  });
});

/** The archive with another size declared for its largest part, in both places where a zip says it. */
function declaring(bytes: Uint8Array, size: number, declared: number): Uint8Array {
  const copy = Buffer.from(bytes);
  const [real, said] = [Buffer.alloc(4), Buffer.alloc(4)];
  real.writeUInt32LE(size);
  said.writeUInt32LE(declared);
  for (let at = copy.indexOf(real); at >= 0; at = copy.indexOf(real, at + 4)) said.copy(copy, at);
  return copy;
}
