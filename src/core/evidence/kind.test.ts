import { expect, test } from 'vitest';
import { evidenceKinds, isEvidenceKind } from './kind.ts';

test.each([
  ['application/pdf', '研修の記録.pdf', true],
  ['application/pdf', 'SCAN0001.PDF', true],
  ['image/jpeg', '掲示.jfif', true],
  ['image/heif', 'IMG_0001.HEIC', true],
  ['application/pdf', '研修の記録.docx', false],
  ['application/pdf', '研修の記録.pdf.exe', false],
  ['application/pdf', '研修の記録', false],
  ['application/pdf', 'pdf', false],
  ['text/html', 'page.html', false],
  ['application/vnd.ms-excel.sheet.macroenabled.12', 'macro.xlsx', false],
])('a file of %s named %s is evidence: %s', (mediaType, name, is) => expect(isEvidenceKind(mediaType, name)).toBe(is));

test('no ending and no media type belongs to two kinds', () => {
  const all = evidenceKinds.flatMap(({ mediaTypes, endings }) => [...mediaTypes, ...endings]);
  expect(new Set(all).size).toBe(all.length);
});
