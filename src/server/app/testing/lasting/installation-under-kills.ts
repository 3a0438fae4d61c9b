import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { superuser } from '../../../platform/database/embedded/cluster.ts';
import { embeddedOwner } from '../../../platform/database/embedded/start.ts';
import { keepSecret } from '../../../platform/database/secret.ts';
import { killAll } from '../../../platform/database/testing/process-tree.ts';
import { withClient } from '../../../platform/database/with-client.ts';
import { openRun, setUpInstallation } from '../installation.ts';
import { type Beginning, beginOwnProcess, descendantsOf, type OwnProcess, startOwnProcess } from '../own-process.ts';
import type { Place } from './ask.ts';
import type { Chance } from './seeded.ts';
import { Writers } from './writers.ts';

const main = join(import.meta.dirname, '../../../main.ts');

export const victims = ['the process group of Node', 'guard, postmaster and all backends together'] as const;
export type Victim = (typeof victims)[number];

export function kill(victim: Victim, pid: number): void {
  const below = victim === 'the process group of Node' ? [] : descendantsOf(pid);
  if (below.length > 0) killAll(below);
  else process.kill(-pid, 'SIGKILL');
}

/** Kills a start under way. What was killed may have been something it can do without, or begin again: then it goes on, and is killed whole. */
export async function killBeginning({ pid, exited, started }: Beginning, victim: Victim): Promise<void> {
  kill(victim, pid);
  started.then(
    () => killAll([-pid]),
    () => undefined,
  );
  await exited;
}

const broken = `
  select coalesce(file.id, whole.file_id) as id from file
  full join (select facility_id, file_id, sha256(string_agg(bytes, ''::bytea order by seq)) as sha256, sum(length(bytes)) as size
    from file_chunk group by facility_id, file_id) as whole
    on whole.facility_id = file.facility_id and whole.file_id = file.id
  where file.sha256 is distinct from whole.sha256 or file.size is distinct from whole.size
    or not exists (select from evidence where evidence.facility_id = file.facility_id and evidence.file_id = file.id)`;

/** An installation in a folder of its own with twenty who write, killed and started again. */
export class InstallationUnderKills {
  readonly #dataDir: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #place: Place;
  #process: OwnProcess;
  readonly writers: Writers;

  private constructor(dataDir: string, env: NodeJS.ProcessEnv, started: OwnProcess, place: Place, writers: Writers) {
    this.#dataDir = dataDir;
    this.#env = env;
    this.#process = started;
    this.#place = place;
    this.writers = writers;
  }

  static async start(
    chance: Chance,
    { dataDir: given, ...more }: { readonly dataDir?: string; readonly MAMORI_DISK_RESERVE?: string } = {},
  ): Promise<InstallationUnderKills> {
    const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'mamori-lasting-')));
    const env = { MAMORI_RATE_LIMITS: 'off', ...more };
    await (await startOwnProcess(dataDir, env)).stop();
    const started = await startOwnProcess(dataDir, env);
    const hospital = { name: 'みなと病院', type: 'hospital', beds: 120 } as const;
    const { caller, facilityId } = await setUpInstallation(started.url, started.setupLink ?? '', hospital);
    const run = await openRun(caller, facilityId, 'hospital');
    const place = { url: started.url, cookie: caller.cookie, facilityId };
    const writers = new Writers(place, run.split('/').at(-1) ?? '', chance);
    return new InstallationUnderKills(dataDir, env, started, place, writers);
  }

  /** Kills while all write, `afterMs` after they began, and gives back what they were told that is not clear. */
  async killUnderWriters(victim: Victim, afterMs: number): Promise<readonly string[]> {
    const told = this.writers.untilGone();
    await pause(afterMs);
    kill(victim, this.#process.pid);
    const code = await this.#process.exited;
    const unclear = await told;
    return code === 0 ? [...unclear, 'it ended as if it had been asked to'] : unclear;
  }

  /** A start killed `afterMs` after it began. */
  async killStarting(victim: Victim, afterMs: number): Promise<void> {
    const beginning = beginOwnProcess(this.#dataDir, this.#env);
    await Promise.race([pause(afterMs), beginning.started]);
    await killBeginning(beginning, victim);
  }

  get place(): Readonly<Place> {
    return this.#place;
  }

  /** Its exit code; undefined while it runs. */
  async exitCode(): Promise<number | null | undefined> {
    return Promise.race([this.#process.exited, pause(10, undefined)]);
  }

  /** The next start, without anybody's help; what it finds is compared with what was acknowledged. */
  async startAgain(env: NodeJS.ProcessEnv = {}): Promise<readonly string[]> {
    this.#process = await startOwnProcess(this.#dataDir, { ...this.#env, ...env });
    this.#place.url = this.#process.url;
    return this.writers.faults();
  }

  /** Files whose bytes are not those they were taken in with, and bytes without a file, past every facility's view. */
  async brokenFiles(): Promise<readonly unknown[]> {
    const owner = await embeddedOwner(this.#dataDir, join(this.#dataDir, 'socket'));
    const password = await keepSecret(this.#dataDir, 'database-superuser');
    const found = await withClient({ ...owner, user: superuser, password }, (client) => client.query(broken));
    return found.rows;
  }

  /** What `mamori activity verify` says of the whole log. */
  async activityVerified(): Promise<number | null> {
    const env = { ...process.env, MAMORI_DATA_DIR: this.#dataDir };
    const child = spawn(process.execPath, [main, 'mamori', 'activity', 'verify'], { stdio: 'ignore', env });
    const [code] = await once(child, 'exit');
    return code;
  }

  stopProcess(): Promise<number | null> {
    return this.#process.stop();
  }

  async stop(): Promise<number | null> {
    const code = await this.stopProcess();
    await rm(this.#dataDir, { recursive: true, force: true });
    return code;
  }
}
