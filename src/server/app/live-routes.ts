import { implement } from '@orpc/server';
import { liveContract } from '#core/app/live-contract.ts';
import type { SheetEvent } from '#core/sheet/live-event.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { type Live, type LiveSource, openStream, readBatch } from '../platform/live/index.ts';

type Parts = { readonly live: Live; readonly sources: readonly LiveSource<SheetEvent>[] };

/** What is told live of a facility, from every capability that has something to tell. */
export function liveRoutes({ live, sources }: Parts) {
  const os = implement(liveContract).$context<RequestContext>();
  return os.router({
    stream: os.stream.handler(({ context, input: { facilityId }, signal, lastEventId }) =>
      openStream(live, context, sources, { facilityId, after: lastEventId, signal }),
    ),
    changes: os.changes.handler(({ context, input }) =>
      context.inFacility((facility) => readBatch(facility, sources, input.after)),
    ),
  });
}
