import { createContext } from 'react';

/** Something that happened, of the kind its capability names. */
export type LiveEvent = { readonly kind: string };
export type LiveBatch = { readonly cursor: string; readonly reset: boolean; readonly events: readonly LiveEvent[] };

/** The live path of one facility, for the person signed in. */
export type LiveCalls = {
  /** One for each person and facility: all tabs of a browser share what has the same name. */
  readonly name: string;
  /** Batch after batch, from the cursor on where one is given. */
  readonly stream: (after: string | undefined, signal: AbortSignal) => Promise<AsyncIterable<LiveBatch>>;
  /** The same once, for when no stream can be had. */
  readonly ask: (after: string | undefined, signal: AbortSignal) => Promise<LiveBatch>;
  /** Told when access ended. */
  readonly ended: () => void;
};

export const LiveContext = createContext<LiveCalls | undefined>(undefined);
