import { configOf, type PlainConfig, plainOf } from '../database/hosts/plain-config.ts';
import type { BackupTask } from './backup-task.ts';

/** The task as it goes into the thread: an object with methods would arrive there without them. */
export type PlainTask = Omit<BackupTask, 'owner' | 'administrator'> & {
  readonly owner: PlainConfig;
  readonly administrator: PlainConfig;
};

export const plainTask = (task: BackupTask): PlainTask => ({
  ...task,
  owner: plainOf(task.owner),
  administrator: plainOf(task.administrator),
});

export const taskOf = (plain: PlainTask): BackupTask => ({
  ...plain,
  owner: configOf(plain.owner),
  administrator: configOf(plain.administrator),
});
