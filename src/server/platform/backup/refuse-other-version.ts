import type pg from 'pg';
import { refuseNewerDatabase } from '../database/migrate.ts';
import { migrationFolder, readMigrations } from '../database/migration-files.ts';
import { withClient } from '../database/with-client.ts';
import { BackupRefused } from './backup-refused.ts';
import { appliedMigrations, isMigrated } from './restore-repository.ts';

/** The first migration after which a backup can read everything. */
const firstReadable = '0019-backup';

/** Refuses a database a backup cannot be made of as it is: one that is newer than this Mamori, or from before there were backups. */
export async function refuseOtherVersion(owner: pg.ClientConfig): Promise<void> {
  const known = (await readMigrations(migrationFolder)).map(({ name }) => name);
  const applied = await withClient(
    owner,
    async (client): Promise<readonly string[]> => ((await isMigrated(client)) ? appliedMigrations(client) : []),
  );
  refuseNewerDatabase(applied, known);
  if (!applied.includes(firstReadable))
    throw new BackupRefused(
      'このデータベースは、まだ何も入っていないか、控えを取れるようになる前の版のままです。この版のまもりを一度始めてから（データベースを新しい版に合わせます）、もう一度実行してください。',
    );
}
