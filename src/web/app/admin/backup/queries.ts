import { backupContract } from '#core/app/backup-contract.ts';
import { queriesFor } from '#web/platform/api.ts';

const backup = queriesFor(backupContract);

export type BackupsView = Awaited<ReturnType<typeof backup.list.call>>;
export type BackupView = BackupsView['backups'][number];

export function backupsQuery() {
  return backup.list.queryOptions({ staleTime: 0 });
}
