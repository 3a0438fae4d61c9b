import { isBackupDue } from '#core/app/backup-due.ts';
import { latestStamp } from '#core/kernel/clock.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import type { BackupContext } from './backup-parts.ts';
import { backupsSoFar } from './backup-run-repository.ts';
import { takeBackup } from './take-backup.ts';

type Asking = Pick<BackupContext, 'db' | 'now'> & { readonly schedule: Pick<BackupContext['schedule'], 'time'> };

async function isDue({ db, now, schedule }: Asking): Promise<boolean> {
  const at = now();
  return isBackupDue(schedule.time, await asSystem(db, (tx) => backupsSoFar(tx, latestStamp(at))), at);
}

/** Asks for the daily backup where it is due; of several processes that ask one is heard. */
export async function askForBackup(asking: Asking): Promise<void> {
  if (!(await isDue(asking))) return;
  await asSystem(asking.db, (tx) => enqueue(tx, 'backup.scheduled', {}, { onlyOne: 'backup.scheduled' }));
}

/** Takes the daily backup, unless it was taken since it was asked for. */
export async function takeDueBackup(context: BackupContext, stop: AbortSignal): Promise<void> {
  if (await isDue(context)) await takeBackup(context, stop);
}
