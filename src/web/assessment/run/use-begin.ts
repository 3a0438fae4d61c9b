import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { SelfAssessmentSheet } from '#core/sheet/run.ts';
import { runQuery, runsQuery, sheet } from '#web/sheet/index.ts';
import { runHref } from './run-href.ts';

/** Begins this year's run of a sheet, or opens it where a colleague was faster, and goes there. */
export function useBegin(facilityId: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation(
    sheet.begin.mutationOptions({
      onSuccess: async (run) => {
        const path = { facilityId, runId: run.id };
        client.setQueryData(runQuery(path).queryKey, run);
        void client.invalidateQueries({ queryKey: runsQuery(facilityId).queryKey });
        await navigate({ href: runHref(path) });
      },
    }),
  );
  return { begin: (sheetId: SelfAssessmentSheet) => mutate({ facilityId, sheetId }), isPending, error };
}
