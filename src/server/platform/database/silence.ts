import type { ClientConfig, PoolClient } from 'pg';
import { DatabaseClient } from './hosts/database-client.ts';
import { cut } from './hosts/host-state.ts';

export type Patience = {
  /** Time in ms after which a database that does not answer is asked on a new connection whether it is there. */
  readonly silentMs: number;
  /** How long it may take to say so. */
  readonly askMs: number;
  /** The longest a statement may take in ms, where the database is there; longer than it lets a statement run. */
  readonly longestMs: number;
};

export const usualPatience: Patience = { silentMs: 10_000, askMs: 10_000, longestMs: 130_000 };

async function isThere(config: ClientConfig, withinMs: number): Promise<boolean> {
  const client = new DatabaseClient({ ...config, connectionTimeoutMillis: withinMs, query_timeout: withinMs });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    client.end().catch(() => undefined);
  }
}

/**
 * Cuts connections on which nothing comes back: a machine that went away without a word would else be waited for by
 * TCP, for a quarter of an hour. Whoever waits is told as of any lost connection.
 */
export function cutSilent(config: ClientConfig, { silentMs, askMs, longestMs }: Patience = usualPatience) {
  let asking: Promise<boolean> | undefined;
  const ask = () => {
    asking ??= isThere(config, askMs).finally(() => {
      asking = undefined;
    });
    return asking;
  };
  const watch = <T>(client: PoolClient, answer: Promise<T>): Promise<T> => {
    let answered = false;
    const look = async () => {
      const there = await ask();
      if (!there && !answered) cut(client);
    };
    const silent = setTimeout(look, silentMs).unref();
    const longest = setTimeout(() => cut(client), longestMs).unref();
    return answer.finally(() => {
      answered = true;
      clearTimeout(silent);
      clearTimeout(longest);
    });
  };
  return (client: PoolClient): void => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const watched = (...given: unknown[]) => {
      const answer = query(...given);
      return answer instanceof Promise ? watch(client, answer) : answer;
    };
    client.query = watched as typeof client.query;
  };
}
