import { useMutation } from '@tanstack/react-query';
import { yearTitle } from '#core/kernel/fiscal-year.ts';
import { handOver } from '#web/platform/hand-over.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { useAnswering } from '../answering.ts';
import { sheet as calls } from '../queries.ts';

const calling = { xlsx: calls.downloadWorkbook, csv: calls.downloadCsv };

/** Hands the filled sheet to the browser as a file of this kind. */
export function useDownload(kind: keyof typeof calling) {
  const { path, run } = useAnswering();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => calling[kind].call(path),
    onSuccess: (file) => {
      const year = yearTitle(run.fiscalYear);
      handOver(file, `${run.sheetTitle}_${year}.${kind}`);
    },
  });
  return { download: () => mutate(), pending: isPending, fault: error && refusalWords(error) };
}
