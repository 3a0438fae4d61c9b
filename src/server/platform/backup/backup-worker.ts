import { parentPort, workerData } from 'node:worker_threads';
import { doBackup } from './backup-task.ts';
import { type PlainTask, taskOf } from './plain-task.ts';

/** A thread of its own: compressing and encrypting everything would hold up every request. */
for await (const news of doBackup(taskOf(workerData as PlainTask))) parentPort?.postMessage(news);
parentPort?.postMessage({ kind: 'over' });
