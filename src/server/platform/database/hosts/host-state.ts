import pg from 'pg';

/** What a host says of itself. */
export type HostState = {
  readonly server: pg.ClientConfig;
  readonly state: 'primary' | 'standby' | 'away';
  /** A standby that was promoted counts one more than the primary it followed; 0 where nothing tells. */
  readonly timeline: number;
  /** Why it is away. */
  readonly error?: unknown;
};

/** Time in ms within which a host answers. */
const patienceMs = 2_000;

const stateQuery = `select case when pg_is_in_recovery() then 'standby'
  when current_setting('transaction_read_only') = 'on' then 'standby' else 'primary' end as state`;
const timelineQuery = `select ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int as timeline`;

declare module 'pg' {
  interface ClientBase {
    /** Not in the types of pg, but what its own pool uses to end a connection that hangs. */
    readonly connection: {
      readonly stream: { destroy(): void };
      on(event: 'errorMessage', told: (error: { readonly code?: string }) => void): void;
    };
  }
}

/** Ends a connection at once, also one whose other end does not answer any more. */
export const cut = (client: pg.ClientBase): void => client.connection.stream.destroy();

async function timelineOf(client: pg.Client): Promise<number> {
  try {
    return (await client.query<{ timeline: number }>(timelineQuery)).rows[0]?.timeline ?? 0;
  } catch {
    return 0;
  }
}

/** Asks a host what it is; one that does not answer in time is away. */
export async function askHost(server: pg.ClientConfig): Promise<HostState> {
  const limits = { connectionTimeoutMillis: patienceMs, query_timeout: patienceMs };
  const client = new pg.Client({ ...server, ...limits, application_name: 'mamori hosts' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const state = (await client.query<Pick<HostState, 'state'>>(stateQuery)).rows[0]?.state ?? 'standby';
    const timeline = state === 'primary' ? await timelineOf(client) : 0;
    client.end().catch(() => undefined);
    return { server, state, timeline };
  } catch (error) {
    cut(client);
    return { server, state: 'away', timeline: 0, error };
  }
}
