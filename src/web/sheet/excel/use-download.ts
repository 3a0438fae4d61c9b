import { useMutation } from '@tanstack/react-query';
import { fiscalYearLabel } from '#core/kernel/fiscal-year.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { useAnswering } from '../answering.ts';
import { sheet as calls } from '../queries.ts';

/** Hands the filled sheet to the browser as a file. */
export function useDownload() {
  const { path, run } = useAnswering();
  const { mutate, isPending, error } = useMutation(
    calls.downloadWorkbook.mutationOptions({
      onSuccess: (file) => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(file);
        link.download = `${run.sheetTitle}_${fiscalYearLabel(run.fiscalYear).replace(/（.*/, '')}.xlsx`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      },
    }),
  );
  return { download: () => mutate(path), pending: isPending, fault: error && refusalWords(error) };
}
