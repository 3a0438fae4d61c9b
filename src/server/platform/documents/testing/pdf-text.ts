import { inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';

/** A page of a PDF as read back: its size in millimetres, its tagged parts in order, its text line by line. */
export type PdfPage = { readonly size: string; readonly parts: readonly string[]; readonly text: string };

type Node = { readonly role?: string; readonly alt?: string; readonly children?: readonly Node[] };

/** The pages of a PDF. */
export async function pdfPages(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const document = await getDocumentProxy(Uint8Array.from(bytes));
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  return Promise.all(numbers.map(async (number) => readPage(await document.getPage(number))));
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

async function readPage(page: Page): Promise<PdfPage> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { items } = await page.getTextContent();
  const tree = (await page.getStructTree()) as Node | null;
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  const size = [right - left, top - bottom].map((points) => Math.round((points / 72) * 25.4)).join('×');
  return { size, parts: partsOf(tree ?? {}), text: squeezed(text) };
}

const grouping = [
  'Root',
  'Document',
  'Div',
  'Span',
  'THead',
  'TBody',
  'TFoot',
  'TR',
  'TH',
  'TD',
  'LI',
  'Lbl',
  'LBody',
  'Link',
];

/** What a reader of the page hears of its structure, without what only groups. */
function partsOf({ role, alt, children = [] }: Node): readonly string[] {
  const inner = children.flatMap(partsOf);
  if (role === undefined || grouping.includes(role)) return inner;
  return [alt === undefined ? role : `${role}「${alt}」`, ...inner];
}

function squeezed(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n+ ?/g, '\n')
    .trim();
}

/** All objects of a PDF as text with their compressed streams unpacked: enough to look for names and metadata. */
export function pdfObjects(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes);
  const text = raw.toString('latin1');
  const streams = Array.from(text.matchAll(/stream\r?\n/g), ({ index, 0: mark }) => {
    const start = index + mark.length;
    const body = raw.subarray(start, text.indexOf('endstream', start));
    try {
      return inflateSync(body).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text, ...streams].join('\n');
}
