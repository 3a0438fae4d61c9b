import type { QueryClient } from '@tanstack/react-query';
import { withAnswer } from '#core/sheet/answers-in-run.ts';
import { type AnswerView, type RunPath, type RunView, runQuery, sheet } from '../queries.ts';

/** Puts answers that stand now into what the page knows of the run. */
export function stand(client: QueryClient, path: RunPath, answers: readonly AnswerView[]): void {
  const { queryKey } = runQuery(path);
  const reading = client.isFetching({ queryKey, exact: true }) > 0;
  client.setQueryData(queryKey, (run) => run && answers.reduce<RunView>(withAnswer, run));
  // A reading under way may have begun before these answers and would bring the old ones back.
  if (reading) void client.invalidateQueries({ queryKey, exact: true });
  void client.invalidateQueries({ queryKey: sheet.runs.key(), refetchType: 'none' });
  for (const { itemId } of answers) {
    void client.invalidateQueries({ queryKey: sheet.history.key({ input: { ...path, itemId } }) });
  }
}
