import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isTrialDue, keptBackups } from '#core/app/backup-generations.ts';
import type { BackupNews } from '../../platform/backup/backup-task.ts';
import { runBackup } from '../../platform/backup/run-backup.ts';
import { asSystem, type SystemTx } from '../../platform/database/transaction.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { backupName, isBackupName } from './backup-name.ts';
import type { BackupContext } from './backup-parts.ts';
import { beginRun, lastPassedTrial, madeFiles, saveDone, saveFailed, saveTrial, takeTurn } from './backup-run-repository.ts';
import { untilSaved } from './until-saved.ts';

type Run = { readonly id: string; readonly fileName: string; written: boolean };

async function saveNews(tx: SystemTx, { id, fileName, written }: Run, news: BackupNews, encrypted: boolean, now: Date) {
  if (news.kind === 'written') await saveDone(tx, id, { ...news, fileName, encrypted }, now);
  else if (news.kind === 'tried') await saveTrial(tx, id, news.trial, now);
  else if (written) await saveTrial(tx, id, { state: 'failed', failure: news.failure }, now);
  else await saveFailed(tx, id, news.failure, now);
}

/** Files of this installation that no generation keeps; one whose name is not of our making stays. */
async function removeOld({ db, schedule: { folder, copyFolder } }: BackupContext): Promise<void> {
  const made = await asSystem(db, madeFiles);
  const kept = keptBackups(made.map(({ at }) => at));
  const old = made.filter(({ at, fileName }) => !kept.has(at) && isBackupName(fileName));
  const places = copyFolder === undefined ? [folder] : [folder, copyFolder];
  for (const { fileName } of old) for (const place of places) await rm(join(place, fileName), { force: true });
}

async function takeInTurn(context: BackupContext, stop: AbortSignal): Promise<void> {
  const { db, log, now, passphrase, schedule, ...source } = context;
  const at = now();
  const encrypted = passphrase !== undefined;
  const fileName = backupName(at, encrypted);
  const id = await asSystem(db, (tx) => beginRun(tx, at));
  const run: Run = { id, fileName, written: false };
  const task = {
    owner: source.owner,
    administrator: source.administrator,
    room: source.room,
    secrets: source.secrets,
    product: source.product,
    passphrase,
    file: join(schedule.folder, fileName),
    copy: schedule.copyFolder && join(schedule.copyFolder, fileName),
    trial: isTrialDue(await asSystem(db, lastPassedTrial), at),
  };
  await runBackup(task, stop, async (news) => {
    if (news.fault !== undefined) log.error({ fault: news.fault, file: task.file, news: news.kind }, 'backup failed');
    await untilSaved(() => asSystem(db, (tx) => saveNews(tx, run, news, encrypted, now())), stop);
    run.written ||= news.kind === 'written';
  });
  if (run.written) await removeOld(context);
}

/**
 * One scheduled backup from its beginning to the removal of the oldest. Whatever fails is told by the log and on the page,
 * and nothing is removed then. None is made while another is still under way, in whichever process.
 */
export const takeBackup = (context: BackupContext, stop: AbortSignal): Promise<void> =>
  withClient(context.owner, async (client) => {
    if (await takeTurn(client)) await takeInTurn(context, stop);
    else context.log.warn('backup left out: another is still under way');
  });
