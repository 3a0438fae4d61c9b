import { Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';

type Bytes = Uint8Array<ArrayBuffer>;
type Part = { readonly name: string; readonly bytes: Uint8Array };

const text = (content: string): Bytes => Uint8Array.from(Buffer.from(content));
export const joined = (...parts: Uint8Array[]): Bytes => Uint8Array.from(Buffer.concat(parts));

export const pdf = text('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
export const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
export const jpeg = joined(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), text('JFIF\0'), new Uint8Array(64));
export const webp = joined(text('RIFF'), Uint8Array.of(26, 0, 0, 0), text('WEBPVP8L'), new Uint8Array(18));
export const heic = joined(Uint8Array.of(0, 0, 0, 24), text('ftypheic'), new Uint8Array(4), text('mif1heic'));
export const html = text('<!doctype html><script>alert(document.domain)</script>');
export const svg = text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
/** How old and password-protected Office files begin. */
export const compoundFile = joined(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), new Uint8Array(1024));

const mainParts = {
  docx: { name: 'word/document.xml', type: 'openxmlformats-officedocument.wordprocessingml.document' },
  xlsx: { name: 'xl/workbook.xml', type: 'openxmlformats-officedocument.spreadsheetml.sheet' },
  pptx: { name: 'ppt/presentation.xml', type: 'openxmlformats-officedocument.presentationml.presentation' },
  xlsm: { name: 'xl/workbook.xml', type: 'ms-excel.sheet.macroEnabled' },
} as const;
export type OfficeKind = keyof typeof mainParts;

function officeParts(kind: OfficeKind): readonly [Part, Part] {
  const { name, type } = mainParts[kind];
  const contentTypes = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${name}" ContentType="application/vnd.${type}.main+xml"/></Types>`;
  return [
    { name: '[Content_Types].xml', bytes: text(contentTypes) },
    { name, bytes: text('<document/>') },
  ];
}

export const archiveOf = (parts: readonly Part[]): Bytes =>
  Uint8Array.from(zipSync(Object.fromEntries(parts.map(({ name, bytes }) => [name, bytes]))));

/** As Office writes it: the list of content types first. */
export const officeFile = (kind: OfficeKind): Bytes => archiveOf(officeParts(kind));

/** As programs write it that do not know sizes beforehand: a large picture first, the list of content types last. */
export function streamedOfficeFile(kind: OfficeKind, pictureSize: number): Bytes {
  const [contentTypes, main] = officeParts(kind);
  const written: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    written.push(bytes);
  });
  const add = (entry: ZipPassThrough | ZipDeflate, bytes: Uint8Array) => {
    zip.add(entry);
    entry.push(bytes, true);
  };
  add(new ZipPassThrough('media/picture.bin'), new Uint8Array(pictureSize).fill(0xa5));
  add(new ZipDeflate(main.name), main.bytes);
  add(new ZipDeflate(contentTypes.name), contentTypes.bytes);
  zip.end();
  return joined(...written);
}
