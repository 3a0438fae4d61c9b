import type { Kysely } from 'kysely';
import type { ClientConfig } from 'pg';
import type { Logger } from 'pino';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { escalateFinding } from '../audit/index.ts';
import { answerResetRequest, keepErased } from '../identity/index.ts';
import { tellDueAgain } from '../plan/index.ts';
import { sealActivity, watchActivity } from '../platform/activity/seal-activity.ts';
import { foldTallies } from '../platform/database/fold-tallies.ts';
import { recountTallies } from '../platform/database/recount-tallies.ts';
import type { Tables } from '../platform/database/tables.ts';
import { remind } from '../platform/due/remind.ts';
import type { JobHandlers } from '../platform/jobs/job-kinds.ts';
import { startJobs } from '../platform/jobs/run-jobs.ts';
import { giveUpMail, purgeOldMail, sendMail } from '../platform/mail/send-mail.ts';
import { tellAreasAssigned } from '../sheet/index.ts';
import type { BackupParts } from './backup/backup-parts.ts';
import { takeDueBackup } from './backup/daily-backup.ts';
import type { MailParts } from './mail-parts.ts';
import { sweepDaily } from './sweep.ts';
import { watchClock } from './watch-clock.ts';
import { dueSources } from './year/due-sources.ts';

type Parts = {
  readonly db: Kysely<Tables>;
  readonly owner: ClientConfig;
  readonly log: Logger;
  /** The database is ours alone: the embedded one. */
  readonly alone: boolean;
  readonly catalogue: Catalogue;
  /** What letters need; undefined where no mail is set up. */
  readonly mail: MailParts | undefined;
  /** Undefined where no backups are scheduled. */
  readonly backups?: BackupParts | undefined;
  /** Address people reach this installation under. */
  readonly origin: string;
  readonly dataDir: string;
  readonly now?: () => Date;
};

export type Background = {
  /** Begins to seal the activity log, once what is written into its past is there. */
  sealFromNow(): void;
  stop(): Promise<void>;
};

function handlersOf(
  { db, log, catalogue, mail, backups, origin, dataDir, now = () => new Date() }: Parts,
  stop: AbortSignal,
): JobHandlers {
  const outbox = mail?.outbox;
  return {
    // What changes a tally is an act and waits to be sealed: the same job adds up.
    'activity.seal': async () => {
      await sealActivity(db, now());
      await foldTallies(db);
    },
    'mail.send': async ({ mailId }) => {
      if (mail) await sendMail({ ...mail, db, origin, log, now }, mailId);
      else await giveUpMail(db, mailId, now());
    },
    'mail.purge': () => purgeOldMail(db, now()),
    'identity.reset-requested': ({ requestId }) => answerResetRequest({ db, outbox, now: now() }, requestId),
    'identity.person-erased': () => keepErased({ db, dataDir, log, now }),
    'retention.due': () => sweepDaily(db, now()).finally(() => recountTallies(db, log)),
    ...(backups && { 'backup.scheduled': () => takeDueBackup({ ...backups, db, log, now }, stop) }),
    'due.remind': (reminded) => remind({ db, outbox, sources: dueSources(catalogue), now: now() }, reminded),
    'plan.due-again': (decided) => tellDueAgain({ db, outbox, now: now() }, decided),
    'audit.correction-due': (due) => escalateFinding({ db, outbox, catalogue, now: now() }, due),
    'sheet.areas-assigned': (assigned) => tellAreasAssigned({ db, outbox, catalogue, now: now() }, assigned),
  };
}

/** What works beside the requests: the jobs, and the watch over the activity log. */
export function startBackground(parts: Parts): Background {
  const { db, owner, log, alone } = parts;
  const stopping = new AbortController();
  const handlers = handlersOf(parts, stopping.signal);
  const jobs = startJobs({ owner, handlers, log, alone });
  const clock = watchClock(parts);
  let watching: { stop(): Promise<void> } | undefined;
  return {
    sealFromNow: () => {
      watching ??= watchActivity(db, log);
    },
    stop: async () => {
      stopping.abort();
      await clock.stop();
      await watching?.stop();
      await jobs.stop();
    },
  };
}
