import { existsSync } from 'node:fs';
import { join } from 'node:path';

const japanMs = 9 * 60 * 60 * 1000;
const secondMs = 1000;

/** 「mamori-20261126-030000.age」: the time in Japan. */
function backupName(at: Date, encrypted: boolean): string {
  const digits = new Date(at.getTime() + japanMs).toISOString().replace(/\D/g, '');
  return `mamori-${digits.slice(0, 8)}-${digits.slice(8, 14)}.${encrypted ? 'age' : 'backup'}`;
}

/** The first name from this second on that is free in every folder: what stands under one is not this run's, and is never taken for it. */
export function freeBackupName(at: Date, encrypted: boolean, folders: readonly string[]): string {
  for (let second = at.getTime(); ; second += secondMs) {
    const name = backupName(new Date(second), encrypted);
    if (!folders.some((folder) => existsSync(join(folder, name)))) return name;
  }
}

export const isBackupName = (name: string): boolean => /^mamori-\d{8}-\d{6}\.(age|backup)$/.test(name);
