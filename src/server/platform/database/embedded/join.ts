import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import { CannotStart } from '../../cannot-start.ts';
import { describeHolder, type Purpose, takeStartLock, tryStartLock } from '../../start-lock.ts';
import { withClient } from '../with-client.ts';
import { readPostmaster } from './postmaster.ts';
import { makeDataFolder } from './server-folder.ts';
import { embeddedOwner, type Say, startEmbedded } from './start.ts';

type Options = { readonly dataDir: string; readonly say: Say; readonly purpose: Purpose };
type Lock = Awaited<ReturnType<typeof takeStartLock>>;

export type Joined = { readonly owner: ClientConfig; readonly lost: Promise<void>; stop(): Promise<void> };

const patience = 60_000;

async function startHolding(lock: Lock, { dataDir, say }: Options): Promise<Joined> {
  try {
    const { owner, exited, stop } = await startEmbedded({ dataDir, say });
    let stopping: Promise<void> | undefined;
    const stopOnce = () => {
      stopping ??= stop().finally(() => lock.release());
      return stopping;
    };
    const lost = new Promise<void>((resolve) => void exited.then(() => stopping ?? resolve()));
    return { owner, lost, stop: stopOnce };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function attach(dataDir: string): Promise<Joined | undefined> {
  const postmaster = await readPostmaster(join(dataDir, 'postgres'));
  if (!postmaster?.ready) return undefined;
  const owner = await embeddedOwner(dataDir, postmaster.socketFolder);
  try {
    await withClient(owner, (client) => client.query('select 1'));
    return { owner, lost: new Promise<void>(() => undefined), stop: async () => undefined };
  } catch {
    return undefined;
  }
}

/** Commands take turns, but work beside a running server on its database. */
async function joinAsCommand(options: Options): Promise<Joined> {
  const deadline = Date.now() + patience;
  let announced = false;
  for (;;) {
    const attempt = await tryStartLock(options.dataDir, 'command');
    if ('lock' in attempt) return startHolding(attempt.lock, options);
    const attached = attempt.holder.what === 'server' ? await attach(options.dataDir) : undefined;
    if (attached) return attached;
    const holder = describeHolder(attempt.holder);
    if (Date.now() > deadline)
      throw new CannotStart(`${holder} が終わらないため、実行できません。しばらくしてから、もう一度実行してください。`);
    if (!announced) options.say(`${holder} を待っています…`);
    announced = true;
    await pause(200);
  }
}

/** The embedded database of the data folder: started, or for a command joined where a server runs it already. */
export async function joinEmbedded(options: Options): Promise<Joined> {
  const dataDir = resolve(options.dataDir);
  await makeDataFolder(dataDir);
  if (options.purpose === 'command') return joinAsCommand({ ...options, dataDir });
  return startHolding(await takeStartLock(dataDir, options.purpose), { ...options, dataDir });
}
