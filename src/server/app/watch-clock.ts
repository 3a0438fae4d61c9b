import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Tables } from '../platform/database/tables.ts';
import { recallJobs } from '../platform/jobs/enqueue.ts';
import type { BackupContext } from './backup/backup-parts.ts';
import { askForBackup } from './backup/daily-backup.ts';

type Parts = {
  readonly db: Kysely<Tables>;
  readonly log: Logger;
  readonly backups?: Pick<BackupContext, 'schedule'> | undefined;
  readonly now?: () => Date;
};

const everyMs = 60_000;

async function look({ db, log, backups, now = () => new Date() }: Parts): Promise<void> {
  const recalled = await recallJobs(db);
  if (recalled > 0) log.warn({ recalled }, 'jobs a clock that was ahead had put off are done now');
  if (backups) await askForBackup({ db, now, schedule: backups.schedule });
}

/** Looks every minute, by a timer no set clock moves, whether the daily backup is due, and whether a clock put jobs off for long. */
export function watchClock(parts: Parts): { stop(): Promise<void> } {
  let looking: Promise<void> = Promise.resolve();
  let failing = false;
  const begin = () => {
    looking = look(parts).then(
      () => {
        failing = false;
      },
      (err) => {
        if (!failing) parts.log.warn({ err }, 'the watch over the clock failed');
        failing = true;
      },
    );
  };
  const timer = setInterval(() => void looking.then(begin), everyMs).unref();
  begin();
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
