import pg from 'pg';
import { cut } from './host-state.ts';
import { NoPrimary, type Servers } from './servers.ts';

type Connected = (error: Error | null, client: pg.Client) => void;

/** The server was made a standby, or is shutting down: what stands on this connection does not come back. */
const endsConnection = ['25006', '57P01', '57P02', '57P03'];

/** A machine that has vanished without a word is noticed also where only an answer is waited for, however long that may take. */
const lasting = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

/**
 * A connection as all of Mamori opens it: to the host that takes writes, where the URL lists several. One that has
 * become of no use is cut, so that no pool hands it out again.
 */
export class DatabaseClient extends pg.Client {
  readonly #servers: Servers | undefined;

  constructor(config: pg.ClientConfig = {}) {
    // A pool hides the password from what copies its settings.
    super({ ...lasting, ...config, password: config.password });
    this.#servers = config.servers;
    // From the first moment: it may end before whoever opened it can listen. The next statement tells of it.
    this.on('error', () => undefined);
    this.connection.on('errorMessage', ({ code = '' }) => {
      // The statement that met it is told first.
      if (endsConnection.includes(code)) setImmediate(() => cut(this));
    });
  }

  override connect(): Promise<pg.Client>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.Client> | undefined {
    const connecting = this.#servers ? this.#connectTo(this.#servers) : this.#connectHere();
    if (!callback) return connecting;
    connecting.then(
      () => callback(null, this),
      (error) => callback(error, this),
    );
    return undefined;
  }

  async #connectHere(): Promise<pg.Client> {
    await super.connect();
    return this;
  }

  async #connectTo(servers: Servers): Promise<pg.Client> {
    const server = await servers.primary();
    this.host = server.host ?? '';
    this.port = server.port ?? 5432;
    try {
      await super.connect();
      const { rows } = await this.query<{ standby: boolean }>('select pg_is_in_recovery() as standby');
      if (rows[0]?.standby) throw new NoPrimary([{ server, state: 'standby', timeline: 0 }]);
    } catch (error) {
      servers.doubt(server);
      cut(this);
      throw error;
    }
    servers.hold(this, server);
    return this;
  }
}

/** A pool of such connections. One that breaks while it is handed out is told by its next statement, never thrown. */
export const poolOf = (config: pg.PoolConfig): pg.Pool => new pg.Pool({ ...config, Client: DatabaseClient });
