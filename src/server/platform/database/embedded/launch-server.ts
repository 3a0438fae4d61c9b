import { rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from '../../cannot-start.ts';
import { serverEnvironment } from './cluster.ts';
import { type Guard, startGuard } from './guard.ts';
import { readPostmaster } from './postmaster.ts';
import { openServerLog } from './server-log.ts';
import type { ServerUser } from './server-user.ts';

type Options = {
  readonly dataDir: string;
  readonly folder: string;
  readonly command: readonly string[];
  readonly user: ServerUser;
  readonly say: (line: string) => void;
};

const patienceMs = 120_000;
/** A server that is still stopping, or whose last processes have not ended yet, holds these. */
const stillStopping = /lock file ".+" already exists|pre-existing shared memory block/;
/** A server that is just starting has such a file for an instant; one killed in that instant leaves it for good. */
const lockWithoutOwner = /lock file "(.+)" is empty/;

async function removeLockWithoutOwner(folder: string, failure: string): Promise<boolean> {
  const [, name] = lockWithoutOwner.exec(failure) ?? [];
  if (!name) return false;
  const lock = resolve(folder, name);
  await pause(1000);
  const found = await stat(lock).catch(() => undefined);
  if (found?.size === 0) await rm(lock, { force: true });
  return true;
}

async function becomesReady(guard: Guard, { folder, say }: Options): Promise<boolean> {
  const ended = guard.exited.then(() => true);
  const pid = await guard.server;
  for (let waited = 0; ; waited += 10) {
    const postmaster = await readPostmaster(folder);
    if (pid !== undefined && postmaster?.pid === pid && postmaster.ready) return true;
    if (waited > 0 && waited % 5000 === 0) say('データベースが前回の終わり方を確かめ、復旧しています…');
    if (await Promise.race([ended, pause(10, false)])) return false;
  }
}

type Attempt = { readonly guard: Guard } | { readonly failure: string };

async function tryLaunch(options: Options): Promise<Attempt> {
  const { dataDir, folder, command, user } = options;
  const log = await openServerLog(dataDir);
  try {
    const guard = startGuard(command, { prefix: user.prefix, cwd: folder, env: serverEnvironment, log: log.fd });
    return (await becomesReady(guard, options)) ? { guard } : { failure: await log.fresh() };
  } finally {
    await log.close();
  }
}

async function refusal({ dataDir, folder }: Options, failure: string): Promise<CannotStart> {
  if (!stillStopping.test(failure))
    return new CannotStart(`データベースを起動できませんでした（${dataDir}）。PostgreSQL の記録:\n${failure.trim()}`);
  const pid = (await readPostmaster(folder))?.pid;
  return new CannotStart(
    `データベース（${folder}）を別のプロセス（${pid ?? '不明'}）が使ったままです。前の Mamori が残っていれば止めてください。心当たりがなければ、コンピュータを再起動してから、もう一度実行してください。`,
  );
}

/** Starts the server and waits until it answers; a server that is still stopping gets two minutes to end. */
export async function launchServer(options: Options): Promise<Guard> {
  const deadline = Date.now() + patienceMs;
  let announced = false;
  for (;;) {
    const attempt = await tryLaunch(options);
    if ('guard' in attempt) return attempt.guard;
    if (Date.now() < deadline && (await removeLockWithoutOwner(options.folder, attempt.failure))) continue;
    if (!stillStopping.test(attempt.failure) || Date.now() > deadline) throw await refusal(options, attempt.failure);
    if (!announced) options.say('前回のデータベースがまだ終了処理をしています。終わるのを待っています（最大 2 分）…');
    announced = true;
    await pause(100);
  }
}
