import { useContext, useEffect, useEffectEvent } from 'react';
import { type LiveBatch, LiveContext } from './live-calls.ts';
import { joinLive } from './live-line.ts';

/** Hears what happens in the facility around this component, while it is shown. */
export function useLive(take: (batch: LiveBatch) => void): void {
  const calls = useContext(LiveContext);
  const taken = useEffectEvent(take);
  useEffect(() => (calls ? joinLive(calls, (batch) => taken(batch)) : undefined), [calls]);
}
