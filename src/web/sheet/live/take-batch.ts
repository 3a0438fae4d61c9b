import type { QueryClient } from '@tanstack/react-query';
import type { LiveBatch, LiveEvent } from '#web/platform/live/live-calls.ts';
import { type AnswerView, type RunPath, runQuery, sheet } from '../queries.ts';
import { stand } from './stand.ts';

type RunEvent =
  | { readonly kind: 'sheet.answered'; readonly runId: string; readonly answer: AnswerView }
  | { readonly kind: 'sheet.run-changed'; readonly runId: string };

const isOfRun = (event: LiveEvent): event is RunEvent => event.kind.startsWith('sheet.');

/** Brings the run up to what others did in it, and gives the answers that are news here. */
export function takeBatch(client: QueryClient, path: RunPath, { reset, events }: LiveBatch): readonly AnswerView[] {
  if (reset) void client.invalidateQueries({ queryKey: sheet.key() });
  const own = events.filter(isOfRun).filter(({ runId }) => runId === path.runId);
  const { queryKey } = runQuery(path);
  const known = new Map(client.getQueryData(queryKey)?.answers.map((answer) => [answer.itemId, answer.revision]));
  const news = own
    .flatMap((event) => (event.kind === 'sheet.answered' ? [event.answer] : []))
    .filter(({ itemId, revision }) => revision > (known.get(itemId) ?? 0));
  if (news.length > 0) stand(client, path, news);
  if (own.some(({ kind }) => kind === 'sheet.run-changed')) void client.invalidateQueries({ queryKey, exact: true });
  return news;
}
