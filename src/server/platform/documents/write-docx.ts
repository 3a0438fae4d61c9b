import {
  Document,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { WordBlock, WordDocument } from '#core/kernel/word-document.ts';

type Child = ISectionOptions['children'][number];

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
/** Half points. */
const size = { text: 21, quiet: 18 } as const;

/** Characters XML cannot hold; they would make the whole file unreadable. */
const unprintable = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const runs = (text: string, quiet = false): TextRun[] =>
  text.split('\n').map((line, at) => {
    const printed = line.replace(unprintable, '');
    return new TextRun({ text: printed, size: quiet ? size.quiet : size.text, ...(at > 0 && { break: 1 }) });
  });

const cell = (text: string, width: number, head: boolean): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(head && { shading: { fill: 'F2F2F2' } }),
    children: [new Paragraph({ children: runs(text, true) })],
  });

function tableOf(rows: readonly (readonly string[])[], widths: readonly number[], heads: number): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row, at) => {
      const children = row.map((text, place) => cell(text, widths[place] ?? 10, at < heads));
      return new TableRow({ tableHeader: at < heads, cantSplit: true, children });
    }),
  });
}

function childrenOf(block: WordBlock): readonly Child[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({ text: block.text.replace(unprintable, ''), heading: levels[block.level], keepNext: true }),
      ];
    case 'paragraph':
      return [new Paragraph({ children: runs(block.text, block.quiet), spacing: { after: 120 } })];
    case 'facts':
      return [tableOf(block.facts, [20, 80], 0), new Paragraph({})];
    case 'table':
      return [tableOf([block.head, ...block.rows], block.widths, 1), new Paragraph({})];
  }
}

/** Writes a document as DOCX in a Japanese typeface of the reader's machine. Call it in a worker only. */
export async function writeDocx({ title, author, blocks }: WordDocument): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title,
    creator: author,
    styles: {
      default: {
        document: { run: { font: { ascii: 'Yu Gothic', eastAsia: 'Yu Gothic', hAnsi: 'Yu Gothic' }, size: size.text } },
      },
    },
    sections: [
      { properties: { page: { size: { width: 11906, height: 16838 } } }, children: blocks.flatMap(childrenOf) },
    ],
  });
  return Uint8Array.from(await Packer.toBuffer(document));
}
