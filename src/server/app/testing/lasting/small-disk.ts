import { execFile } from 'node:child_process';
import { chmod, mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const megabyte = 1024 * 1024;
const piece = Buffer.alloc(megabyte / 4);

/** A disk of its own for one test, where this machine lets us mount one; filled and emptied at will. */
export class SmallDisk {
  readonly path: string;
  readonly #ballast: string;

  private constructor(path: string) {
    this.path = path;
    this.#ballast = join(path, 'ballast');
  }

  /** Undefined where it may not be mounted. */
  static async mount(megabytes: number): Promise<SmallDisk | undefined> {
    const path = await mkdtemp(join(tmpdir(), 'mamori-small-disk-'));
    try {
      await execute('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]);
      await chmod(path, 0o711);
      return new SmallDisk(path);
    } catch {
      await rm(path, { recursive: true });
      return undefined;
    }
  }

  /** Leaves so many megabytes free, or nothing at all. */
  async fillTo(megabytesFree: number): Promise<void> {
    const handle = await open(this.#ballast, 'a');
    try {
      for (;;) {
        const { bavail, bsize } = await statfs(this.path);
        if (bavail * bsize <= megabytesFree * megabyte) return;
        await handle.write(piece);
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    } finally {
      await handle.close();
    }
  }

  makeRoom(): Promise<void> {
    return rm(this.#ballast, { force: true });
  }

  async unmount(): Promise<void> {
    await execute('umount', [this.path]);
    await rm(this.path, { recursive: true });
  }
}
