import { implement } from '@orpc/server';
import { type Backups, backupContract } from '#core/app/backup-contract.ts';
import { latestStamp } from '#core/kernel/clock.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { lastTrial, listRuns } from './backup-run-repository.ts';

const readBackups = ({ db, now }: RequestContext, schedule: Backups['schedule']): Promise<Backups> =>
  asSystem(db, async (tx) => ({
    schedule,
    backups: [...(await listRuns(tx))],
    lastTrial: await lastTrial(tx, latestStamp(now)),
  }));

/** What the schedule did; restoring is for the command line alone. */
export function backupRoutes(schedule: Backups['schedule']) {
  const os = implement(backupContract).$context<RequestContext>();
  return { list: os.list.handler(({ context }) => readBackups(context, schedule)) };
}
