import { writeCsv } from '../../../platform/documents/index.ts';
import type { Cell } from './rows-in-pages.ts';

const markLength = 3;

/** CSV of rows that come page by page, under one heading. */
export async function* csvPages(
  head: readonly string[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<Uint8Array> {
  yield writeCsv([head]);
  for await (const rows of pages) if (rows.length > 0) yield writeCsv(rows).subarray(markLength);
}
