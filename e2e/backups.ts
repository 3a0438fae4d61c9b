import { join } from 'node:path';
import type { BackupTrial } from '#core/app/backup-contract.ts';
import { backupParts } from '#server/app/backup/backup-parts.ts';
import { beginRun, saveDone, saveTrial } from '#server/app/backup/backup-run-repository.ts';
import { takeBackup as take } from '#server/app/backup/take-backup.ts';
import { openForCommand, openOwnerForCommand } from '#server/app/command-database.ts';
import { readSettings } from '#server/app/settings.ts';
import { asSystem } from '#server/platform/database/transaction.ts';
import { openLog } from '#server/platform/log.ts';
import type { Mamori } from './journey.ts';

const never = new AbortController().signal;
const settingsOf = ({ dataDir }: Mamori, folder?: string) =>
  readSettings({ MAMORI_DATA_DIR: dataDir, MAMORI_BACKUP_DIR: folder }, { root: join(import.meta.dirname, '..') });

/** Makes the backup of the day now, as the schedule does, with its restore test. */
export async function takeBackup(mamori: Mamori, folder: string): Promise<void> {
  const settings = settingsOf(mamori, folder);
  const { db, close } = await openForCommand(settings);
  const { owner, close: closeOwner } = await openOwnerForCommand(settings);
  try {
    const parts = await backupParts(settings, owner, () => undefined);
    if (!parts) throw new Error('no backups are set up');
    await take({ ...parts, db, log: openLog('silent'), now: () => new Date() }, never);
  } finally {
    await closeOwner();
    await close();
  }
}

/** Writes down how a restore test went that no file here brings about. */
export async function tellTrial(mamori: Mamori, trial: Pick<BackupTrial, 'state' | 'failure'>): Promise<void> {
  const { db, close } = await openForCommand(settingsOf(mamori));
  const now = new Date();
  await asSystem(db, async (tx) => {
    const id = await beginRun(tx, 'mamori.backup', now);
    await saveDone(tx, id, { bytes: 1_000_000, rows: 1_000, encrypted: false, copy: 'none' }, now);
    await saveTrial(tx, id, trial, now);
  }).finally(close);
}
