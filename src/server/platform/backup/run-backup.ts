import { Worker } from 'node:worker_threads';
import type { BackupNews, BackupTask } from './backup-task.ts';
import { plainTask } from './plain-task.ts';

const entry = new URL('./backup-worker.ts', import.meta.url);

/**
 * Does the work in a thread and tells what comes of it, each before the next; ends early, as interrupted, where `stop` says so.
 * What cannot be told ends the telling, and is the failure of the whole once the thread has ended.
 */
export function runBackup(
  task: BackupTask,
  stop: AbortSignal,
  tell: (news: BackupNews) => Promise<void>,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const worker = new Worker(entry, { workerData: plainTask(task) });
  let told = Promise.resolve();
  let over = false;
  const say = (news: BackupNews | { readonly kind: 'over' }) => {
    over ||= news.kind === 'over';
    if (news.kind !== 'over') told = told.then(() => tell(news));
    // Nobody waits for it before the thread ends; unheard until then, it would end the process.
    told.catch(() => undefined);
  };
  const interrupt = () => void worker.terminate();
  if (stop.aborted) interrupt();
  stop.addEventListener('abort', interrupt, { once: true });
  worker.on('message', say);
  let fault = 'the worker ended early';
  worker.on('error', (error) => {
    fault = error.message;
  });
  worker.on('exit', () => {
    stop.removeEventListener('abort', interrupt);
    if (!over) say({ kind: 'failed', failure: stop.aborted ? 'interrupted' : 'internal', fault });
    told.then(resolve, reject);
  });
  return promise;
}
