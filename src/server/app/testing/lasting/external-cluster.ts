import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Embedded, startEmbedded } from '../../../platform/database/embedded/start.ts';
import { killAll } from '../../../platform/database/testing/process-tree.ts';
import { serverProcesses } from '../../../platform/database/testing/server-processes.ts';

/** A PostgreSQL beside Mamori, reached by its DATABASE_URL alone, that goes away and comes back. */
export class ExternalCluster {
  readonly #dataDir: string;
  #running: Embedded;

  private constructor(dataDir: string, running: Embedded) {
    this.#dataDir = dataDir;
    this.#running = running;
  }

  static async start(): Promise<ExternalCluster> {
    const dataDir = await mkdtemp(join(tmpdir(), 'mamori-external-'));
    return new ExternalCluster(dataDir, await startEmbedded({ dataDir, say: () => undefined }));
  }

  get url(): string {
    const { user, password, database, host } = this.#running.owner;
    return `postgres://${user}:${String(password)}@${encodeURIComponent(String(host))}:5432/${database}`;
  }

  get owner() {
    return this.#running.owner;
  }

  /** In order, as when its machine is restarted. */
  goAway(): Promise<void> {
    return this.#running.stop();
  }

  /** Without a word, as when its machine loses power. */
  async crash(): Promise<void> {
    const { exited } = this.#running;
    killAll(await serverProcesses(this.#dataDir));
    await exited;
  }

  async comeBack(): Promise<void> {
    this.#running = await startEmbedded({ dataDir: this.#dataDir, say: () => undefined });
  }

  async remove(): Promise<void> {
    await this.#running.stop();
    await rm(this.#dataDir, { recursive: true, force: true });
  }
}
