import { isAhead } from '../kernel/clock.ts';

const minuteMs = 60 * 1000;
const dayMs = 24 * 60 * minuteMs;
const japanMs = 9 * 60 * minuteMs;
/** So long after its time a backup is made up for. */
const makeUpMs = 20 * 60 * minuteMs;

/** When a clock in Japan last showed `time` (HH:MM). */
function lastAt(time: string, now: Date): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const wall = now.getTime() + japanMs;
  const today = Math.floor(wall / dayMs) * dayMs + (hour * 60 + minute) * minuteMs;
  return new Date((today <= wall ? today : today - dayMs) - japanMs);
}

/** When the installation was set up (null: not yet), and when its newest backup was begun, those of the future left out. */
export type BackupsSoFar = { readonly setUpAt: Date | null; readonly begunAt: Date | null };

/**
 * Whether the daily backup is to be begun: its `time` (HH:MM in Japan) is past by less than 20 hours, none was begun since,
 * and what was set up after it waits for the next. It asks what was done and not what was planned, so that a clock that was
 * set leaves neither days without a backup nor many at once.
 */
export function isBackupDue(time: string, { setUpAt, begunAt }: BackupsSoFar, now: Date): boolean {
  const due = lastAt(time, now);
  const thereBefore = setUpAt !== null && (setUpAt < due || isAhead(setUpAt, now));
  return thereBefore && now.getTime() - due.getTime() < makeUpMs && (begunAt === null || begunAt < due);
}
