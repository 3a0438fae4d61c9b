import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import { CannotStart } from '../../cannot-start.ts';
import { keepSecret, secretFile } from '../secret.ts';
import { type Binaries, readyBinaries } from './binaries.ts';
import { prepareCluster, superuser } from './cluster.ts';
import type { Guard } from './guard.ts';
import { launchServer } from './launch-server.ts';
import { provision } from './provision.ts';
import { makeSocketFolder } from './server-folder.ts';
import { chooseServerUser } from './server-user.ts';
import { serverArguments } from './settings.ts';

export type Say = (line: string) => void;

export type Embedded = {
  readonly superuser: ClientConfig;
  readonly owner: ClientConfig;
  /** Fulfils when the server ended, whoever ended it. */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
};

type Options = {
  readonly dataDir: string;
  readonly say: Say;
  readonly durable?: boolean;
  /** Another PostgreSQL than the embedded one. */
  readonly binaries?: Binaries | undefined;
};

/** How the database `mamori` is reached over the socket in this folder. */
export async function embeddedOwner(dataDir: string, socketFolder: string) {
  const password = await keepSecret(dataDir, 'database-owner');
  return { host: socketFolder, port: 5432, user: 'mamori_owner', password, database: 'mamori' };
}

async function stopServer(guard: Guard, say: Say): Promise<void> {
  const stopped = guard.exited.then(() => true);
  guard.send('INT');
  if (await Promise.race([stopped, pause(20_000, false, { ref: false })])) return;
  say('データベースが時間内に終わらないため、強制的に止めます。次の起動で自動的に復旧します。');
  guard.send('QUIT');
  if (await Promise.race([stopped, pause(5000, false, { ref: false })])) return;
  guard.send('KILL');
  await stopped;
}

/** New passwords would not open the old database. */
function refuseLostSecrets(dataDir: string): void {
  const file = secretFile(dataDir, 'database-superuser');
  if (existsSync(join(dataDir, 'postgres')) && !existsSync(file))
    throw new CannotStart(
      `データベースのパスワード（${file}）がありません。バックアップから、postgres と secrets を一緒に戻してください。`,
    );
}

async function launch({ dataDir, say, durable = true, binaries: given }: Options, password: string) {
  const binaries = given ?? (await readyBinaries());
  const user = await chooseServerUser([dirname(binaries.postgres), dataDir], { dataDir, say });
  const folder = await prepareCluster({ dataDir, binaries, user, password, durable, say });
  const socket = await makeSocketFolder(dataDir, user);
  const command = [binaries.postgres, ...serverArguments({ folder, socketFolder: socket.path, durable })];
  try {
    return { guard: await launchServer({ dataDir, folder, command, user, say }), socket };
  } catch (error) {
    await socket.remove();
    throw error;
  }
}

/** Brings up PostgreSQL in the data folder and the database in it. The caller holds the folder's start lock. */
export async function startEmbedded(options: Options): Promise<Embedded> {
  const dataDir = resolve(options.dataDir);
  refuseLostSecrets(dataDir);
  const password = await keepSecret(dataDir, 'database-superuser');
  const { guard, socket } = await launch({ ...options, dataDir }, password);
  const stop = async () => {
    await stopServer(guard, options.say);
    await socket.remove();
  };
  const owner = await embeddedOwner(dataDir, socket.path);
  const administrator = { ...owner, user: superuser, password, database: 'postgres' };
  try {
    await provision(administrator, owner, join(dataDir, 'secrets'));
  } catch (error) {
    await stop();
    throw error;
  }
  return { superuser: administrator, owner, exited: guard.exited, stop };
}
