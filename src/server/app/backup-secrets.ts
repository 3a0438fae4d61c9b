import { BackupRefused } from '../platform/backup/backup-refused.ts';
import type { Contents } from '../platform/backup/read-records.ts';
import type { Header } from '../platform/backup/records.ts';
import { keepSecret, readKeptSecret, stageSecret } from '../platform/database/secret.ts';
import type { Settings } from './settings.ts';

const name = 'second-factor';

/** What the database was sealed with. Passwords of the database belong to this machine and stay here. */
export const backupSecrets = async ({ secondFactorKey, dataDir }: Settings): Promise<Header['secrets']> => ({
  secondFactor: secondFactorKey ?? (await keepSecret(dataDir, name)),
});

/** A key from the environment wins over that of the data folder: it must be the backup's. */
export function refuseOtherKey({ secondFactorKey }: Settings, { header }: Contents): void {
  if (secondFactorKey !== undefined && secondFactorKey !== header.secrets.secondFactor)
    throw new BackupRefused(
      'MAMORI_SECOND_FACTOR_KEY が、控えを取ったまもりの鍵と違います。控えを取ったときの値にするか、外してください（外すと、控えの中の鍵を使います）。何も変えていません。',
    );
}

/** Brings the backup's key beside that of the data folder; what it gives back exchanges the two. */
export async function stageSecrets(
  { dataDir, secondFactorKey }: Settings,
  { header }: Contents,
): Promise<() => Promise<void>> {
  const key = header.secrets.secondFactor;
  const same = secondFactorKey !== undefined || key === undefined || key === (await readKeptSecret(dataDir, name));
  return same ? async () => undefined : stageSecret(dataDir, name, key);
}
