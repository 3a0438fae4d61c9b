import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { draftEnding, placeFault } from '../../platform/backup/durable-file.ts';
import type { BackupSchedule } from '../settings.ts';

/** Why nothing can be written in a folder; undefined where it can. */
async function faultOf(folder: string): Promise<string | undefined> {
  const file = join(folder, `mamori-${randomBytes(4).toString('hex')}${draftEnding}`);
  try {
    await (await open(file, 'wx', 0o600)).close();
    await rm(file);
    return undefined;
  } catch (error) {
    return placeFault(error) ?? String(error);
  }
}

/**
 * Tells of each place for backups that cannot be written to now, before the first one fails at night. It stops no start: a disk of another
 * machine that is away must not keep a hospital from its work.
 */
export async function tellUnwritable(
  { folder, copyFolder }: BackupSchedule,
  say: (line: string) => void,
): Promise<void> {
  const places = [
    ['MAMORI_BACKUP_DIR', folder],
    ['MAMORI_BACKUP_COPY_DIR', copyFolder],
  ] as const;
  for (const [setting, place] of places) {
    const fault = place && (await faultOf(place));
    if (fault)
      say(
        `注意: 控えの置き場所（${setting}=${place}）に書けません: ${fault}。このままでは、定時の控えができません。フォルダの持ち主と、systemd なら ReadWritePaths を確かめてください（docs/operations.md の Another place for backups）。`,
      );
  }
}
