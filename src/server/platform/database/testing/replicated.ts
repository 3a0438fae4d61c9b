import { execFile } from 'node:child_process';
import { chown, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { ClientConfig } from 'pg';
import { type Embedded, startEmbedded } from '../embedded/start.ts';
import { withClient } from '../with-client.ts';
import { serverProcesses } from './server-processes.ts';
import { testBinaries } from './test-binaries.ts';

const quiet = () => undefined;
const replicaName = 'mamori_replica';

export type ReplicatedServer = Embedded & {
  /** Guard, postmaster and all backends. */
  processes(): Promise<readonly number[]>;
  /** Starts it again on its folder. */
  restart(): Promise<void>;
};
export type Replicated = {
  readonly primary: ReplicatedServer;
  readonly standby: ReplicatedServer;
  /** Commits wait for the standby from now on. */
  synchronous(): Promise<void>;
  /** Has the standby take the writes, and wait for nobody. */
  promote(): Promise<void>;
  /** A URL that lists both. */
  url(user: Pick<ClientConfig, 'user' | 'password'>): string;
  stop(): Promise<void>;
};

const asked = (config: ClientConfig, text: string) => withClient(config, (client) => client.query(text));

async function startIn(dataDir: string): Promise<ReplicatedServer> {
  const start = async () =>
    startEmbedded({ dataDir, say: quiet, binaries: await testBinaries(process.env.MAMORI_TEST_POSTGRES) });
  let running = await start();
  const { superuser, owner } = running;
  return {
    superuser,
    owner,
    get exited() {
      return running.exited;
    },
    stop: () => running.stop(),
    restart: async () => {
      await running.exited;
      running = await start();
    },
    processes: () => serverProcesses(dataDir),
  };
}

/** As a base backup would: the files of a stopped server, and whom to follow. */
async function copyAsStandby(from: string, to: string, { host, port, user, password }: ClientConfig): Promise<void> {
  await promisify(execFile)('cp', ['-a', from, to]);
  const { uid, gid } = await stat(join(to, 'postgres'));
  const follow = `host=${host} port=${port} user=${user} password=${String(password)} application_name=${replicaName}`;
  const files = { 'standby.signal': '', 'postgresql.auto.conf': `primary_conninfo = '${follow}'\n` };
  for (const [name, text] of Object.entries(files)) {
    const file = join(to, 'postgres', name);
    await writeFile(file, text);
    await chown(file, uid, gid);
  }
}

async function untilFollowing({ superuser }: Embedded, how: string): Promise<void> {
  for (let left = 600; left > 0; left -= 1) {
    const { rowCount } = await asked(superuser, `select from pg_stat_replication where ${how}`);
    if (rowCount) return;
    await pause(50);
  }
  throw new Error('the standby does not follow');
}

async function setOf(server: Embedded, statement: string): Promise<void> {
  await asked(server.superuser, statement);
  await asked(server.superuser, 'select pg_reload_conf()');
}

async function waitForStandby(primary: Embedded): Promise<void> {
  await setOf(primary, `alter system set synchronous_standby_names = '${replicaName}'`);
  await untilFollowing(primary, "sync_state = 'sync'");
  // Commits wait once the checkpointer has read the setting, which it does before it writes one.
  await asked(primary.superuser, 'checkpoint');
}

/** A primary and a standby that follows it by streaming, each reached over its socket. `prepare` fills the primary before it is copied. */
export async function startReplicated(
  prepare: (primary: Embedded) => Promise<unknown> = async () => undefined,
): Promise<Replicated> {
  const base = await mkdtemp(join(tmpdir(), 'mamori-replicated-'));
  const [first, second] = [join(base, 'a'), join(base, 'b')];
  const fresh = await startIn(first);
  await prepare(fresh);
  await fresh.stop();
  await copyAsStandby(first, second, fresh.superuser);
  const primary = await startIn(first);
  const standby = await startIn(second);
  await untilFollowing(primary, "state = 'streaming'");
  const [hosts, ports] = [primary, standby].reduce<[unknown[], unknown[]]>(
    ([all, at], { owner }) => [
      [...all, owner.host],
      [...at, owner.port],
    ],
    [[], []],
  );
  return {
    primary,
    standby,
    synchronous: () => waitForStandby(primary),
    promote: async () => {
      await setOf(standby, 'alter system reset synchronous_standby_names');
      await asked(standby.superuser, 'select pg_promote()');
    },
    url: ({ user = '', password }) =>
      `postgres://${user}:${encodeURIComponent(String(password))}@/mamori?host=${hosts}&port=${ports}`,
    stop: async () => {
      await Promise.all([primary.stop(), standby.stop()]);
      await rm(base, { recursive: true, force: true });
    },
  };
}
