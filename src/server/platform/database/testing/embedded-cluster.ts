import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { isServerRunning, takeStartLock } from '../../start-lock.ts';
import { appRole, ensureGeneratedRole } from '../app-role.ts';
import { startEmbedded } from '../embedded/start.ts';
import { keepSecret } from '../secret.ts';
import { testBinaries } from './test-binaries.ts';

const folderPrefix = 'mamori-test-';
const quiet = () => undefined;

export type RunningCluster = {
  readonly administrator: ClientConfig;
  readonly owner: ClientConfig;
  readonly app: ClientConfig;
  stop(): Promise<void>;
};

/** A run that was killed leaves its folder behind; one that is being made has no lock for a moment. */
async function removeLeftovers(): Promise<void> {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(folderPrefix));
  for (const folder of folders.map((name) => join(tmpdir(), name))) {
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }));
    const young = Date.now() - mtimeMs < 60_000;
    if (!young && existsSync(folder) && !isServerRunning(folder)) await rm(folder, { recursive: true, force: true });
  }
}

/** PostgreSQL for one vitest run, in a folder of its own and without waiting for the disk; the embedded one unless a folder of programs is given. */
export async function startTestCluster(programs?: string): Promise<RunningCluster> {
  await removeLeftovers();
  const dataDir = await mkdtemp(join(tmpdir(), folderPrefix));
  const lock = await takeStartLock(dataDir, 'server');
  const { superuser, owner, stop } = await startEmbedded({
    dataDir,
    say: quiet,
    durable: false,
    binaries: await testBinaries(programs),
  });
  const password = await keepSecret(dataDir, 'database-app');
  const app = { ...owner, user: appRole, password };
  await ensureGeneratedRole(owner, app, password);
  return {
    administrator: superuser,
    owner,
    app,
    async stop() {
      await stop();
      lock.release();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
