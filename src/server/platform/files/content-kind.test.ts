import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { writeWorkbook } from '../documents/write-workbook.ts';
import { kindByHead, kindByWhole } from './content-kind.ts';
import {
  archiveOf,
  compoundFile,
  heic,
  html,
  joined,
  jpeg,
  type OfficeKind,
  officeFile,
  pdf,
  png,
  streamedOfficeFile,
  svg,
  webp,
} from './testing/sample-files.ts';

const chunk = 256 * 1024;

async function kindOf(file: Uint8Array): Promise<string | undefined> {
  const bytes = Buffer.from(file);
  const byHead = await kindByHead(bytes.subarray(0, chunk));
  const read = async (offset: number, length: number) => bytes.subarray(offset, offset + length);
  return byHead && kindByWhole(byHead, { size: bytes.length, read });
}

const openXml = 'application/vnd.openxmlformats-officedocument';
const officeTypes: readonly (readonly [OfficeKind, string])[] = [
  ['docx', `${openXml}.wordprocessingml.document`],
  ['xlsx', `${openXml}.spreadsheetml.sheet`],
  ['pptx', `${openXml}.presentationml.presentation`],
];

describe('the kind of a file', () => {
  it.each([
    ['application/pdf', pdf],
    ['image/png', png],
    ['image/jpeg', jpeg],
    ['image/webp', webp],
    ['image/heic', heic],
  ])('is %s by its bytes', async (mediaType, bytes) => expect(await kindOf(bytes)).toBe(mediaType));

  it.each(officeTypes)('is that of an Office file with its list of content types first: %s', async (kind, mediaType) =>
    expect(await kindOf(officeFile(kind))).toBe(mediaType),
  );

  it.each(officeTypes)(
    'is that of an Office file with its list last, behind a picture of 3 MiB: %s',
    async (kind, mediaType) => expect(await kindOf(streamedOfficeFile(kind, 3 * 1024 * 1024))).toBe(mediaType),
  );

  it('is that of a workbook this product writes', async () => {
    const workbook = {
      title: '点検票',
      source: '出典',
      sheets: [{ name: '回答', columns: [{ width: 10 }], rows: [['はい']] }],
    };
    expect(await kindOf(await writeWorkbook(workbook))).toBe(`${openXml}.spreadsheetml.sheet`);
  });

  it('tells a workbook with macros from one without', async () =>
    expect(await kindOf(officeFile('xlsm'))).toBe('application/vnd.ms-excel.sheet.macroenabled.12'));

  it.each([
    ['a page', html],
    ['a drawing that does not say it is XML', svg.subarray(svg.indexOf(0x3e) + 1)],
    ['text with a PDF mark further on', joined(html, pdf)],
    ['a bare archive', archiveOf([{ name: 'readme.txt', bytes: pdf }])],
    ['an archive without its end', officeFile('docx').subarray(0, -4)],
    ['an archive mark and nothing else', Uint8Array.of(0x50, 0x4b, 3, 4)],
    ['a PDF that is an archive too', joined(pdf, officeFile('docx'))],
    ['a picture that is an archive too', joined(png, archiveOf([{ name: 'a.class', bytes: pdf }]))],
  ])('is unknown for %s', async (_, bytes) => expect(await kindOf(bytes)).toBeUndefined());

  it('is a markup one for a drawing that can run scripts, and an old one for the old Office format', async () => {
    expect(await kindOf(svg)).toBe('application/xml');
    expect(await kindOf(compoundFile)).toBe('application/x-cfb');
  });
});

test('an archive with bytes changed at its end is read without harm', async () => {
  const whole = officeFile('docx');
  const change = fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 255 }));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const bytes = Uint8Array.from(whole);
      for (const [fromEnd, value] of changes) bytes[bytes.length - fromEnd] = value;
      expect([undefined, `${openXml}.wordprocessingml.document`]).toContain(await kindOf(bytes));
    }),
  );
});
