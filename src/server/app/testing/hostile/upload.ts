import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import type { HostileBody } from './body.ts';
import { hostileText } from './text.ts';

/** What an archive that climbs out of its folder would write. */
export const climbed = `mamori-was-here-${process.pid}`;

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(document.cookie)</script></svg>';
const zipped = (files: Readonly<Record<string, Uint8Array>>) => Buffer.from(zipSync(files, { level: 9 }));

const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">${entities}]><x>&l9;</x>`;
const outside = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>';

const bookOf = (sheet: string, strings = '<sst/>') =>
  zipped({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="回答" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    'xl/sharedStrings.xml': strToU8(strings),
  });

const bomb = () => zipped({ 'xl/worksheets/sheet1.xml': new Uint8Array(80_000_000) });
const nestedBomb = () => zipped({ 'a.zip': bomb(), 'b.zip': bomb() });
const crowd = () =>
  zipped(Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`xl/${at}.xml`, strToU8('x')])));
const climbing = () =>
  zipped({ [`../../../../tmp/${climbed}`]: strToU8('x'), [`/etc/${climbed}`]: strToU8('x'), [climbed]: strToU8('x') });
const polyglot = () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(svg), zipped({ 'a.js': strToU8('1') })]);
const gif = () => Buffer.concat([Buffer.from('GIF89a/*'), Buffer.from(`*/=1;${svg}`)]);
const page = () => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(`<html>${svg}`)]);

/** Files made to hurt whoever opens them; each is made once. */
export const files = {
  empty: Buffer.alloc(0),
  svg: Buffer.from(svg),
  html: Buffer.from(`<!doctype html>${svg}`),
  laughs: bookOf(laughs),
  'laughs in strings': bookOf('<worksheet/>', laughs),
  outside: bookOf(outside),
  bomb: bomb(),
  'nested bomb': nestedBomb(),
  crowd: crowd(),
  climbing: climbing(),
  polyglot: polyglot(),
  gif: gif(),
  page: page(),
  formulas: Buffer.from('item,value,note\nS1,NA,=HYPERLINK("https://evil.example")\n'),
  'cut short': bookOf('<worksheet/>').subarray(0, 300),
  executable: Buffer.from('MZ\x90\x00\x03', 'latin1'),
} as const;
export type FileName = keyof typeof files;

/** 600 MB of one sign in half a megabyte: gzip may be of several parts. */
const unpackingTo = (rows: string) => {
  const part = gzipSync(Buffer.from(rows.repeat(60_000_000 / rows.length)));
  return Buffer.concat(Array.from({ length: 10 }, () => part));
};

/** The same for lists that may be packed; too slow to be sent again and again. */
export const packedBombs = {
  'bomb of lines': () => unpackingTo('\n'),
  'bomb of empty rows': () => unpackingTo(',\n'),
  'bomb of one line': () => unpackingTo('0'),
} as const;

const types = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/pdf',
  'image/png',
  'image/svg+xml',
  'text/csv',
  'text/html',
  'application/octet-stream',
  '',
];

/** Uploads: prepared files, noise and hostile text, under any name of a type. */
export const hostileUpload: fc.Arbitrary<HostileBody> = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...Object.values(files)) },
      { weight: 2, arbitrary: fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)) },
      { weight: 2, arbitrary: hostileText.map((text) => Buffer.from(text)) },
    ),
    fc.constantFrom(...types),
  )
  .map(([bytes, type]) => ({ bytes, type }));
