import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isTrialDue, keptBackups } from '#core/app/backup-generations.ts';
import type { BackupNews } from '../../platform/backup/backup-task.ts';
import { runBackup } from '../../platform/backup/run-backup.ts';
import { sweepDrafts } from '../../platform/backup/sweep-drafts.ts';
import { asSystem, type SystemTx } from '../../platform/database/transaction.ts';
import { backupName, isBackupName } from './backup-name.ts';
import type { BackupContext } from './backup-parts.ts';
import { beginRun, lastPassedTrial, madeFiles, saveDone, saveFailed, saveTrial } from './backup-run-repository.ts';

type Run = { readonly id: string; readonly fileName: string; written: boolean };

async function saveNews(tx: SystemTx, { id, fileName, written }: Run, news: BackupNews, encrypted: boolean, now: Date) {
  if (news.kind === 'written') await saveDone(tx, id, { ...news, fileName, encrypted }, now);
  else if (news.kind === 'tried') await saveTrial(tx, id, news.trial.state, news.trial.failure, now);
  else if (written) await saveTrial(tx, id, 'failed', news.failure, now);
  else await saveFailed(tx, id, news.failure, now);
}

const placesOf = ({ schedule: { folder, copyFolder } }: BackupContext) =>
  copyFolder === undefined ? [folder] : [folder, copyFolder];

/** What a killed process left half-written; before the next is written, for which there may be no room else. */
async function removeDrafts(context: BackupContext): Promise<void> {
  const { log } = context;
  for (const folder of placesOf(context)) {
    const gone = await sweepDrafts(folder, isBackupName).catch((err) => {
      log.warn({ err, folder }, 'drafts of backups not swept');
      return [];
    });
    if (gone.length > 0) log.warn({ folder, files: gone }, 'drafts of backups that were cut off removed');
  }
}

/** Files of this installation that no generation keeps; one whose name is not of our making stays. */
async function removeOld(context: BackupContext): Promise<void> {
  const made = await asSystem(context.db, madeFiles);
  const kept = keptBackups(made.map(({ at }) => at));
  const old = made.filter(({ at, fileName }) => !kept.has(at) && isBackupName(fileName));
  for (const { fileName } of old)
    for (const place of placesOf(context)) await rm(join(place, fileName), { force: true });
}

/** One scheduled backup from its beginning to the removal of the oldest. Whatever fails is told by the log and on the page, and nothing is removed then. */
export async function takeBackup(context: BackupContext, stop: AbortSignal): Promise<void> {
  const { db, log, now, passphrase, schedule, ...source } = context;
  const at = now();
  const encrypted = passphrase !== undefined;
  const fileName = backupName(at, encrypted);
  const id = await asSystem(db, (tx) => beginRun(tx, at));
  const run: Run = { id, fileName, written: false };
  await removeDrafts(context);
  const task = {
    owner: source.owner,
    administrator: source.administrator,
    secrets: source.secrets,
    product: source.product,
    passphrase,
    file: join(schedule.folder, fileName),
    copy: schedule.copyFolder && join(schedule.copyFolder, fileName),
    trial: isTrialDue(await asSystem(db, lastPassedTrial), at),
  };
  await runBackup(task, stop, async (news) => {
    if (news.fault !== undefined) log.error({ fault: news.fault, file: task.file, news: news.kind }, 'backup failed');
    await asSystem(db, (tx) => saveNews(tx, run, news, encrypted, now()));
    run.written ||= news.kind === 'written';
  });
  if (run.written) await removeOld(context);
}
