import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { LoadOrder, LoadReport } from './load.ts';

/** Sends a load from a process of its own, so that the clients' work is not the server's. */
export function sendLoad(order: LoadOrder): Promise<LoadReport> {
  const child = fork(join(import.meta.dirname, 'load.ts'), { stdio: ['ignore', 2, 2, 'ipc'] });
  return new Promise((resolve, reject) => {
    child.once('message', (report) => {
      resolve(report as LoadReport);
      child.kill();
    });
    child.once('exit', (code) => reject(new Error(`the load ended with ${code}`)));
    child.send(order);
  });
}
