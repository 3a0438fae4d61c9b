import type { Kysely } from 'kysely';
import type { ClientConfig } from 'pg';
import type { Logger } from 'pino';
import type { Header } from '../../platform/backup/records.ts';
import type { Room } from '../../platform/backup/trial-restore.ts';
import { superuser } from '../../platform/database/embedded/cluster.ts';
import { keepSecret } from '../../platform/database/secret.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { backupSecrets } from '../backup-secrets.ts';
import { givenPassphrase, refuseShort } from '../passphrase.ts';
import { productVersion } from '../product-version.ts';
import type { BackupSchedule, Settings } from '../settings.ts';
import { tellUnwritable } from './writable-places.ts';

/** What the scheduled backups of this process work with. */
export type BackupParts = {
  readonly schedule: BackupSchedule;
  readonly owner: ClientConfig;
  /** Who may make a database for the restore test. */
  readonly administrator: ClientConfig;
  /** Undefined where the disk of the database is another machine's. */
  readonly room?: Room | undefined;
  readonly passphrase: string | undefined;
  readonly secrets: Header['secrets'];
  readonly product: string;
};

export type BackupContext = BackupParts & {
  readonly db: Kysely<Tables>;
  readonly log: Logger;
  readonly now: () => Date;
};

const openWarning =
  '注意: 毎日の控えを暗号化していません。回答・個人の情報・確認コードの鍵を、控えを手にした人はだれでも読めます。MAMORI_BACKUP_PASSPHRASE_FILE に、合言葉を書いたファイルを指定してください。';

/**
 * Undefined where no folder for backups is set up. A passphrase that cannot be read or is too short stops the start, not a backup at night; that a
 * folder cannot be written to is told, and not waited for.
 */
export async function backupParts(
  settings: Settings,
  owner: ClientConfig,
  say: (line: string) => void,
): Promise<BackupParts | undefined> {
  const { backups: schedule, databaseUrl, dataDir, diskReserve } = settings;
  if (!schedule) return undefined;
  void tellUnwritable(schedule, say);
  const passphrase = await givenPassphrase(settings);
  if (passphrase === undefined) say(openWarning);
  else refuseShort(passphrase);
  const administrator =
    databaseUrl === undefined
      ? { ...owner, user: superuser, password: await keepSecret(dataDir, 'database-superuser'), database: 'postgres' }
      : owner;
  return {
    schedule,
    owner,
    administrator,
    room: databaseUrl === undefined ? { folder: dataDir, reserve: diskReserve } : undefined,
    passphrase,
    secrets: await backupSecrets(settings),
    product: productVersion(),
  };
}

/** What the system administrator sees of it: no paths and no secrets. */
export const shownSchedule = ({ schedule: { time, copyFolder }, passphrase }: BackupParts) => ({
  time,
  encrypted: passphrase !== undefined,
  copies: copyFolder !== undefined,
});
