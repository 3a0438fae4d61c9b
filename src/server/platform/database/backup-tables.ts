import type { Generated } from 'kysely';
import type { BackupFailure } from '#core/kernel/backup-failure.ts';

export type BackupTables = {
  backup_run: {
    id: string;
    started_at: Date;
    finished_at: Date | null;
    state: Generated<'running' | 'done' | 'failed'>;
    failure: BackupFailure | null;
    file_name: string | null;
    bytes: string | null;
    row_count: string | null;
    encrypted: boolean | null;
    copy_state: Generated<'none' | 'done' | 'failed'>;
    trial_state: 'passed' | 'failed' | 'impossible' | null;
    trial_failure: BackupFailure | null;
    trial_at: Date | null;
  };
};
