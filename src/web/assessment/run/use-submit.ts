import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { runQuery, runsQuery, useAnswering } from '#web/sheet/index.ts';
import { assessment } from './calls.ts';
import { outcomeHref } from './run-href.ts';

/** Submits the run and goes to its result. */
export function useSubmit() {
  const { path } = useAnswering();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation(
    assessment.submit.mutationOptions({
      onSuccess: async (view) => {
        client.setQueryData(assessment.result.queryKey({ input: path }), view);
        void client.invalidateQueries({ queryKey: runsQuery(path.facilityId).queryKey });
        void client.invalidateQueries({ queryKey: runQuery(path).queryKey });
        await navigate({ href: outcomeHref(view.run.sheetId, path) });
      },
      onError: () => client.invalidateQueries({ queryKey: runQuery(path).queryKey }),
    }),
  );
}
