import { AsyncIteratorClass, withEventMeta } from '@orpc/server';
import type { RequestContext } from '../http/context.ts';
import { refused } from '../http/refusal.ts';
import type { Live } from './open-live.ts';
import { type LiveBatch, type LiveSource, readBatch } from './read-batch.ts';
import type { Watcher } from './watchers.ts';

/** Time in ms after which a stream looks without being woken: what an announcement failed to say is told by then. */
const beatMs = 20_000;

type Opened = {
  readonly facilityId: string;
  /** Where the reader was before; undefined at first. */
  readonly after: string | undefined;
  readonly signal: AbortSignal | undefined;
};

/** Access is decided anew for each reading, by the same rule as for a request. */
function reader<E>({ inTurn }: Live, context: RequestContext, sources: readonly LiveSource<E>[]) {
  return (after: string | undefined): Promise<LiveBatch<E>> =>
    inTurn(async () => (await context.asNow()).inFacility((facility) => readBatch(facility, sources, after)));
}

function enter(live: Live, { actor }: RequestContext, { facilityId, signal }: Opened): Watcher {
  if (!actor) throw refused('sign-in-required');
  const { personId, tokenHash } = actor;
  const watcher = live.enter({ session: tokenHash.toString('hex'), personId, facilityId });
  if (!watcher) throw refused('live/too-many-streams');
  signal?.addEventListener('abort', () => watcher.close(), { once: true });
  if (signal?.aborted) watcher.close();
  return watcher;
}

/**
 * Batch after batch for one reader: the first at once, then when something is new, and one at every beat, so that the
 * reader knows it still hears. It ends with the browser, with the server, and with a refusal once access has ended.
 */
export function openStream<E>(
  live: Live,
  context: RequestContext,
  sources: readonly LiveSource<E>[],
  opened: Opened,
): AsyncIteratorClass<LiveBatch<E>, undefined, void> {
  const watcher = enter(live, context, opened);
  const read = reader(live, context, sources);
  let { after } = opened;
  let first = true;
  const next = async (): Promise<IteratorResult<LiveBatch<E>, undefined>> => {
    for (;;) {
      const why = first ? 'beat' : await watcher.next(beatMs);
      if (watcher.closed) return { done: true, value: undefined };
      const batch = await read(after);
      after = batch.cursor;
      first = false;
      const told = why === 'beat' || batch.reset || batch.events.length > 0;
      if (told) return { done: false, value: withEventMeta(batch, { id: batch.cursor }) };
    }
  };
  return new AsyncIteratorClass(next, async () => watcher.close());
}
