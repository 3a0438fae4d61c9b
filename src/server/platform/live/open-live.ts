import type pg from 'pg';
import type { Logger } from 'pino';
import { takeTurns } from '../files/take-turns.ts';
import { Line } from './line.ts';
import { type Place, type Watcher, Watchers } from './watchers.ts';

/** The live path of this process: who watches, and the line on which all processes tell one another what to look at. */
export type Live = {
  /** Has every stream of these facilities and people, in every process, look again. */
  readonly announce: (ids: readonly string[]) => void;
  /** Calls whenever something of this name is announced by any process, and when the line was broken in between. */
  readonly onNews: (name: string, heard: () => void) => void;
  /** A new stream; undefined where there are too many. */
  readonly enter: (place: Place) => Watcher | undefined;
  /** Readings for streams take turns, so that they leave connections to the requests. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Open streams. */
  readonly count: () => number;
  /** Ends every stream at once and opens no more. */
  readonly endStreams: () => void;
  readonly close: () => Promise<void>;
};

const readingsAtOnce = 4;

/** Opens the live path on a database; a line that cannot be had now is tried again. */
export async function openLive(app: pg.ClientConfig, log: Logger): Promise<Live> {
  const watchers = new Watchers();
  const hearers: { readonly name: string; readonly heard: () => void }[] = [];
  const line = new Line(
    app,
    (ids) => {
      watchers.wake(ids);
      for (const { name, heard } of hearers) if (!ids || ids.has(name)) heard();
    },
    (error) => log.warn({ err: error }, 'live line lost'),
  );
  await line.open();
  return {
    announce: (ids) => line.say(ids),
    onNews: (name, heard) => void hearers.push({ name, heard }),
    enter: (place) => watchers.enter(place),
    inTurn: takeTurns(readingsAtOnce),
    count: () => watchers.size,
    endStreams: () => watchers.end(),
    close: () => line.close(),
  };
}
