import { useMutation } from '@tanstack/react-query';
import { handOver } from '#web/platform/hand-over.ts';
import type { RunPath } from '#web/sheet/index.ts';
import { assessment } from './run/calls.ts';

/** A file made by the server on request. */
type Report = { readonly fetch: () => void; readonly pending: boolean; readonly error: unknown };
export type Reports = { readonly pdf: Report; readonly workbook: Report };

/** The files of a result, handed to the browser under a name as soon as they are made. */
export function useReports(path: RunPath, name: string): Reports {
  const pdf = useMutation(assessment.report.mutationOptions({ onSuccess: (file) => handOver(file, `${name}.pdf`) }));
  const workbook = useMutation(
    assessment.workbook.mutationOptions({ onSuccess: (file) => handOver(file, `${name}.xlsx`) }),
  );
  const reportOf = ({ mutate, isPending, error }: typeof pdf): Report => {
    return { fetch: () => mutate(path), pending: isPending, error };
  };
  return { pdf: reportOf(pdf), workbook: reportOf(workbook) };
}
