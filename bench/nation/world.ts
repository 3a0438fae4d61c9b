import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { Caller, setUpInstallation } from '../../src/server/app/testing/installation.ts';
import { type OwnProcess, startOwnProcess } from '../../src/server/app/testing/own-process.ts';
import { openDatabase } from '../../src/server/platform/database/connect.ts';
import { withClient } from '../../src/server/platform/database/with-client.ts';
import { fill } from './fill.ts';
import { importSeconds } from './import-register.ts';
import type { Scale } from './scale.ts';

/** A filled database under a Mamori of its own, started as people start it. */
export type World = {
  readonly name: string;
  readonly scale: Scale;
  readonly dataDir: string;
  readonly url: string;
  readonly pid: number;
  readonly owner: ClientConfig;
  readonly administrator: Caller;
  /** Seconds the import of its register took while it was empty. */
  readonly importSeconds: number;
  stop(): Promise<unknown>;
};

type Kept = { readonly cookie: string; readonly importSeconds: number };
type Options = {
  readonly name: string;
  readonly dataDir: string;
  readonly scale: Scale;
  readonly register: Buffer<ArrayBuffer>;
  readonly say: (line: string) => void;
};

/** Loads one sends to oneself are not limited; sessions are as many as people. */
const environment = { MAMORI_RATE_LIMITS: 'off', MAMORI_LOG_LEVEL: 'warn' };

/** It runs in a process group of its own, which no Ctrl-C reaches: it is asked to stop when the bench ends before its time. */
async function start(dataDir: string): Promise<OwnProcess> {
  const server = await startOwnProcess(dataDir, environment);
  const ask = () => process.kill(server.pid, 'SIGINT');
  process.once('exit', ask);
  void server.exited.then(() => process.off('exit', ask));
  return server;
}

async function ownerOf(dataDir: string): Promise<ClientConfig> {
  return (await openDatabase({ dataDir, say: () => undefined, purpose: 'command' })).owner;
}

async function prepare(server: OwnProcess, { dataDir, scale, register, say }: Options): Promise<Kept> {
  const facility = { name: 'ベンチ診療所', type: 'clinic', beds: 0 } as const;
  const { administrator } = await setUpInstallation(server.url, server.url + server.setupLink, facility);
  say('施設台帳を取り込んでいます…');
  const seconds = await importSeconds({ url: server.url, administrator }, register);
  await fill(await ownerOf(dataDir), scale, say);
  return { cookie: administrator.cookie, importSeconds: seconds };
}

const readKept = (path: string): Promise<Kept | undefined> =>
  readFile(path, 'utf8').then(
    (text) => JSON.parse(text),
    () => undefined,
  );

/** Lets everybody stay signed in, as if last seen so many seconds from now. */
export function keepSessionsOpen(owner: ClientConfig, ahead = 0): Promise<void> {
  return withClient(owner, async (client) => {
    await client.query('alter table session no force row level security');
    await client.query(
      "update session set seen_at = now() + make_interval(secs => $1), expires_at = now() + interval '30 days'",
      [ahead],
    );
    await client.query('alter table session force row level security');
  });
}

/** Opens the database of a folder, filled before it is first measured, under a server freshly started. */
export async function openWorld(options: Options): Promise<World> {
  const { name, dataDir, scale, say } = options;
  const path = join(dataDir, 'bench.json');
  let kept = await readKept(path);
  if (!kept) {
    const begun = performance.now();
    const server = await start(dataDir);
    try {
      kept = await prepare(server, options);
    } finally {
      await server.stop();
    }
    await writeFile(path, JSON.stringify(kept));
    say(`満たすのに ${((performance.now() - begun) / 60_000).toFixed(1)} 分かかりました`);
  }
  const server = await start(dataDir);
  const owner = await ownerOf(dataDir);
  await keepSessionsOpen(owner);
  const administrator = new Caller(server.url);
  administrator.cookie = kept.cookie;
  const { url, pid, stop } = server;
  return { name, scale, dataDir, url, pid, owner, administrator, importSeconds: kept.importSeconds, stop };
}

/** The cookie of a person of the filled database. */
export const cookieOf = (personId: string) => `mamori=bench-${personId}`;
