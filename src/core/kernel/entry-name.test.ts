import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uniqueNames, usableName } from './entry-name.ts';

test.each([
  ['方針.pdf', '方針.pdf'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\Windows\\a.exe', 'C__Windows_a.exe'],
  ['NUL', '_NUL'],
  ['con.pdf', '_con.pdf'],
  ['COM1 .tar.gz', '_COM1 .tar.gz'],
  ['conference.pdf', 'conference.pdf'],
  ['a.pdf. . ', 'a.pdf'],
  ['...', 'ファイル'],
  ['', 'ファイル'],
  ['.pdf', 'pdf'],
  ['evil\u202Efdp.exe', 'evil_fdp.exe'],
  ['line\nbreak.pdf', 'line_break.pdf'],
  ['か\u3099.pdf', 'が.pdf'],
  ['half \ud83d.pdf', 'half \ufffd.pdf'],
])('%j lies as %j', (name, usable) => expect(usableName(name)).toBe(usable));

test('a long name is cut before its ending, between signs', () => {
  const name = usableName(`${'𠮷'.repeat(300)}.pdf`);
  expect(name).toMatch(/^𠮷+\.pdf$/u);
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
});

test('what is called alike gets numbers, also where only case or width tells it apart', () => {
  const give = uniqueNames();
  expect(['a.pdf', 'a.pdf', 'A.PDF', 'ａ.pdf', 'a (2).pdf'].map(give)).toEqual([
    'a.pdf',
    'a (2).pdf',
    'A (3).PDF',
    'ａ (4).pdf',
    'a (2) (2).pdf',
  ]);
});

const hostile = fc.array(
  fc.oneof(
    fc.constantFrom('..', '/', '\\', 'NUL', 'con', '.', ' ', '\u202e', '\u0000', 'か\u3099', 'ｱ', 'A', 'a', '.pdf'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
  { maxLength: 8 },
);

test('whatever names are given, each lies in its folder, and no two in one place', () => {
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 20 }), (names) => {
      const given = names.map((parts) => parts.join('')).map(uniqueNames());
      for (const name of given) {
        expect(name).toMatch(/./u);
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]|^\.|[. ]$/u);
        expect(name).toBe(name.normalize('NFC'));
      }
      expect(new Set(given.map((name) => name.normalize('NFKC').toLowerCase())).size).toBe(given.length);
    }),
  );
});
