import { implement } from '@orpc/server';
import type { Kysely } from 'kysely';
import { type Backups, backupContract } from '#core/app/backup-contract.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { lastTrial, listRuns } from './backup-run-repository.ts';

const readBackups = (db: Kysely<Tables>, schedule: Backups['schedule']): Promise<Backups> =>
  asSystem(db, async (tx) => ({ schedule, backups: [...(await listRuns(tx))], lastTrial: await lastTrial(tx) }));

/** What the schedule did; restoring is for the command line alone. */
export function backupRoutes(schedule: Backups['schedule']) {
  const os = implement(backupContract).$context<RequestContext>();
  return { list: os.list.handler(({ context }) => readBackups(context.db, schedule)) };
}
