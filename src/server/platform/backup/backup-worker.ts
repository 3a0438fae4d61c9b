import { parentPort, workerData } from 'node:worker_threads';
import { type BackupTask, doBackup } from './backup-task.ts';

/** A thread of its own: compressing and encrypting everything would hold up every request. */
for await (const news of doBackup(workerData as BackupTask)) parentPort?.postMessage(news);
parentPort?.postMessage({ kind: 'over' });
