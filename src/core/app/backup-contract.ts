import { z } from 'zod';
import { type BackupFailure, backupFailures } from '../kernel/backup-failure.ts';
import { endpoint } from '../kernel/contract.ts';

const failureSchema = z.enum(Object.keys(backupFailures) as BackupFailure[]);

const backupSchema = z.object({
  id: z.uuid(),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
  state: z.enum(['running', 'done', 'failed']),
  failure: failureSchema.nullable(),
  fileName: z.string().nullable(),
  bytes: z.number().int().nullable(),
  rows: z.number().int().nullable(),
  encrypted: z.boolean().nullable(),
  /** The copy in the second folder. */
  copy: z.enum(['none', 'done', 'failed']),
});
export type Backup = z.infer<typeof backupSchema>;

/** A backup restored into a database that is thrown away. `impossible`: the user of the database may not make one, where no failure says why. */
const trialSchema = z.object({
  at: z.date(),
  state: z.enum(['passed', 'failed', 'impossible']),
  failure: failureSchema.nullable(),
  fileName: z.string().nullable(),
});
export type BackupTrial = z.infer<typeof trialSchema>;

export const backupsSchema = z.object({
  /** Null where this process was not told where to. */
  schedule: z.object({ time: z.string(), encrypted: z.boolean(), copies: z.boolean() }).nullable(),
  /** Newest first. */
  backups: z.array(backupSchema),
  lastTrial: trialSchema.nullable(),
});
export type Backups = z.infer<typeof backupsSchema>;

export const backupContract = {
  list: endpoint
    .meta({ access: { kind: 'system', permission: 'backup.read' } })
    .route({ method: 'GET', path: '/backups', tags: ['控え'], summary: '定期の控えと、復元テストの結果（新しい順）' })
    .output(backupsSchema),
};
