import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isTrialDue, keptBackups } from '#core/app/backup-generations.ts';
import { latestStamp } from '#core/kernel/clock.ts';
import type { BackupNews } from '../../platform/backup/backup-task.ts';
import { runBackup } from '../../platform/backup/run-backup.ts';
import { sweepDrafts } from '../../platform/backup/sweep-drafts.ts';
import { asSystem, type SystemTx } from '../../platform/database/transaction.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { freeBackupName, isBackupName } from './backup-name.ts';
import type { BackupContext } from './backup-parts.ts';
import {
  beginRun,
  failedFiles,
  lastPassedTrial,
  madeFiles,
  saveDone,
  saveFailed,
  saveTrial,
  takeTurn,
} from './backup-run-repository.ts';
import { untilSaved } from './until-saved.ts';

type Run = { readonly id: string; readonly trial: boolean; written: boolean };

async function saveNews(tx: SystemTx, { id, trial, written }: Run, news: BackupNews, encrypted: boolean, now: Date) {
  if (news.kind === 'written') await saveDone(tx, id, { ...news, encrypted }, now);
  else if (news.kind === 'tried') await saveTrial(tx, id, news.trial, now);
  else if (!written) await saveFailed(tx, id, news.failure, now);
  else if (trial) await saveTrial(tx, id, { state: 'failed', failure: news.failure }, now);
}

const placesOf = ({ folder, copyFolder }: BackupContext['schedule']) =>
  copyFolder === undefined ? [folder] : [folder, copyFolder];

/** What a killed process left half-written; before the next is written, for which there may be no room else. */
async function removeDrafts({ schedule, log }: BackupContext): Promise<void> {
  for (const folder of placesOf(schedule)) {
    const gone = await sweepDrafts(folder, isBackupName).catch((err) => {
      log.warn({ err, folder }, 'drafts of backups not swept');
      return [];
    });
    if (gone.length > 0) log.warn({ folder, files: gone }, 'drafts of backups that were cut off removed');
  }
}

/** Files of this installation that no generation keeps, or that no run has proved; one whose name is not of our making stays. */
async function removeOld({ db, schedule }: BackupContext): Promise<void> {
  const [made, failed] = await asSystem(db, async (tx) => [await madeFiles(tx), await failedFiles(tx)]);
  const kept = keptBackups(made.map(({ at }) => at));
  const good = new Set(made.map(({ fileName }) => fileName));
  const old = made.filter(({ at }) => !kept.has(at)).map(({ fileName }) => fileName);
  const goes = [...old, ...failed.filter((name) => !good.has(name))].filter(isBackupName);
  for (const name of goes) for (const place of placesOf(schedule)) await rm(join(place, name), { force: true });
}

async function takeInTurn(context: BackupContext, stop: AbortSignal): Promise<void> {
  const { db, log, now, passphrase, schedule, ...source } = context;
  const at = now();
  const encrypted = passphrase !== undefined;
  const fileName = freeBackupName(at, encrypted, placesOf(schedule));
  const id = await asSystem(db, (tx) => beginRun(tx, fileName, at));
  const trial = isTrialDue(await asSystem(db, (tx) => lastPassedTrial(tx, latestStamp(at))), at);
  const run: Run = { id, trial, written: false };
  await removeDrafts(context);
  const task = {
    owner: source.owner,
    administrator: source.administrator,
    room: source.room,
    secrets: source.secrets,
    product: source.product,
    passphrase,
    file: join(schedule.folder, fileName),
    copy: schedule.copyFolder && join(schedule.copyFolder, fileName),
    trial,
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
