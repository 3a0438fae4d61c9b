import type { QueryClient } from '@tanstack/react-query';
import { sheetQuery } from '#web/catalogue/index.ts';
import type { ReadFile } from './self-check-file.ts';

const LARGEST_BYTES = 1024 * 1024;

/** Reads a kept file against the sheets of today. */
export async function takeFile(queryClient: QueryClient, file: File): Promise<ReadFile> {
  if (file.size > LARGEST_BYTES) {
    return {
      read: false,
      faults: ['ファイルが大きすぎます（1MBまで）。「回答をファイルに保存する」で作ったファイルを選んでください。'],
    };
  }
  try {
    const [small, network] = await Promise.all([
      queryClient.fetchQuery(sheetQuery('small-facility')),
      queryClient.fetchQuery(sheetQuery('network-level')),
    ]);
    // The reader brings zod with it, which nobody needs before a file was chosen.
    const { readSelfCheck } = await import('./self-check-file.ts');
    return readSelfCheck(await file.text(), [small.sheet, network.sheet]);
  } catch {
    return { read: false, faults: ['設問を読み込めませんでした。通信を確かめて、もう一度ファイルを選んでください。'] };
  }
}
