import { existsSync } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

const longest = 4 * 1024 * 1024;

export type ServerLog = {
  readonly fd: number;
  readonly path: string;
  fresh(): Promise<string>;
  close(): Promise<void>;
};

/** The server's log in the data folder; one older file is kept. `fresh` reads what came since it was opened. */
export async function openServerLog(dataDir: string): Promise<ServerLog> {
  const path = join(dataDir, 'postgres.log');
  if (existsSync(path) && (await stat(path)).size > longest) await rename(path, `${path}.old`);
  const handle = await open(path, 'a+', 0o600);
  const { size: from } = await handle.stat();
  return {
    fd: handle.fd,
    path,
    async fresh() {
      const { size } = await handle.stat();
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(size - from, 65_536)), { position: from });
      return buffer.subarray(0, bytesRead).toString('utf8');
    },
    close: () => handle.close(),
  };
}
