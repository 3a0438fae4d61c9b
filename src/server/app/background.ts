import type { Kysely } from 'kysely';
import type { ClientConfig } from 'pg';
import type { Logger } from 'pino';
import { sealActivity, watchActivity } from '../platform/activity/seal-activity.ts';
import type { Tables } from '../platform/database/tables.ts';
import { startJobs } from '../platform/jobs/run-jobs.ts';

type Parts = {
  readonly db: Kysely<Tables>;
  readonly owner: ClientConfig;
  readonly log: Logger;
  /** The database is ours alone: the embedded one. */
  readonly alone: boolean;
};

export type Background = {
  /** Begins to seal the activity log, once what is written into its past is there. */
  sealFromNow(): void;
  stop(): Promise<void>;
};

/** What works beside the requests: the jobs, and the watch over the activity log. */
export function startBackground({ db, owner, log, alone }: Parts): Background {
  const handlers = { 'activity.seal': async () => void (await sealActivity(db, new Date())) };
  const jobs = startJobs({ owner, handlers, log, alone });
  let watching: { stop(): Promise<void> } | undefined;
  return {
    sealFromNow: () => {
      watching ??= watchActivity(db, log);
    },
    stop: async () => {
      await watching?.stop();
      await jobs.stop();
    },
  };
}
