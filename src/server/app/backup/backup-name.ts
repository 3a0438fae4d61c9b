const japanMs = 9 * 60 * 60 * 1000;

/** 「mamori-20261126-030000.age」: the time in Japan. */
export function backupName(at: Date, encrypted: boolean): string {
  const digits = new Date(at.getTime() + japanMs).toISOString().replace(/\D/g, '');
  return `mamori-${digits.slice(0, 8)}-${digits.slice(8, 14)}.${encrypted ? 'age' : 'backup'}`;
}

export const isBackupName = (name: string): boolean => /^mamori-\d{8}-\d{6}\.(age|backup)$/.test(name);
