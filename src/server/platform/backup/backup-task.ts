import { rm } from 'node:fs/promises';
import type { ClientConfig } from 'pg';
import type { BackupFailure } from '#core/kernel/backup-failure.ts';
import { BackupRefused, OthersConnected } from './backup-refused.ts';
import { copyDurably } from './copy-durably.ts';
import type { Header } from './records.ts';
import { verifyBackup } from './restore-backup.ts';
import { type Room, type TrialOutcome, trialRestore } from './trial-restore.ts';
import { writeBackup } from './write-backup.ts';

/** What the worker is asked for. */
export type BackupTask = {
  readonly owner: ClientConfig;
  readonly administrator: ClientConfig;
  readonly file: string;
  /** The same file in the second folder. */
  readonly copy: string | undefined;
  readonly passphrase: string | undefined;
  readonly product: string;
  readonly secrets: Header['secrets'];
  readonly trial: boolean;
  readonly room?: Room | undefined;
};

/** What the worker tells, one after the other. */
export type BackupNews =
  | {
      readonly kind: 'written';
      readonly bytes: number;
      readonly rows: number;
      readonly copy: 'none' | 'done' | 'failed';
      readonly fault?: string | undefined;
    }
  | { readonly kind: 'tried'; readonly trial: TrialOutcome; readonly fault?: string | undefined }
  | { readonly kind: 'failed'; readonly failure: BackupFailure; readonly fault: string };

const faultOf = (error: unknown) => (error instanceof Error ? `${error.message}` : String(error));
const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');
const lostConnection = /^(08|57P|25006|NO_PRIMARY|ECONN|EPIPE|ETIMEDOUT)/;
const lostWords = /terminated|timeout expired|not queryable/;

function isConnectionLost(error: unknown): boolean {
  const call = error instanceof Error && 'syscall' in error ? error.syscall : '';
  return (
    call === 'connect' || call === 'getaddrinfo' || lostConnection.test(codeOf(error)) || lostWords.test(faultOf(error))
  );
}

function failureOf(error: unknown): BackupFailure {
  if (error instanceof BackupRefused) return 'place';
  return isConnectionLost(error) ? 'database' : 'internal';
}

async function copyOf({ file, copy }: BackupTask): Promise<{ copy: 'none' | 'done' | 'failed'; fault?: string }> {
  if (copy === undefined) return { copy: 'none' };
  try {
    await copyDurably(file, copy);
    return { copy: 'done' };
  } catch (error) {
    return { copy: 'failed', fault: faultOf(error) };
  }
}

const diskFull = '53100';

/** What keeps a restore test from being made says nothing about the file. */
export function trialFailure(error: unknown): TrialOutcome {
  if (error instanceof OthersConnected) return { state: 'impossible', failure: 'connected' };
  if (codeOf(error) === diskFull) return { state: 'impossible', failure: 'room' };
  return { state: 'failed', failure: error instanceof BackupRefused ? 'proof' : failureOf(error) };
}

async function tried(task: BackupTask): Promise<{ trial: TrialOutcome; fault?: string }> {
  try {
    return { trial: await trialRestore(task) };
  } catch (error) {
    return { trial: trialFailure(error), fault: faultOf(error) };
  }
}

/** Writes a backup, proves it by reading it back, copies it, and restores it on trial where that is asked for. */
export async function* doBackup(task: BackupTask): AsyncGenerator<BackupNews> {
  try {
    const { bytes, rows } = await writeBackup(task);
    const proved = await verifyBackup(task.file, task.passphrase).catch((error: unknown) => error);
    if (proved instanceof Error) {
      // Under its name it would look like a backup.
      await rm(task.file, { force: true }).catch(() => undefined);
      return yield { kind: 'failed', failure: 'proof', fault: proved.message };
    }
    yield { kind: 'written', bytes, rows, ...(await copyOf(task)) };
  } catch (error) {
    return yield { kind: 'failed', failure: failureOf(error), fault: faultOf(error) };
  }
  if (task.trial) yield { kind: 'tried', ...(await tried(task)) };
}
