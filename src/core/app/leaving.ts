import { keptDays } from '../kernel/kept-days.ts';

const dayMs = 24 * 60 * 60 * 1000;
const japanMs = 9 * 60 * 60 * 1000;

/**
 * Days from the announcement that a facility leaves to the deletion of everything it owns. Within them any administrator of
 * the facility withdraws it, and there is time to take everything out.
 */
export const leavingDays = keptDays['left-facility'];

/** A facility that has announced to leave; null stands for one that has not, or has withdrawn it. */
export type Leaving = { readonly announcedAt: Date; readonly dueAt: Date };

export type LeavingStage = 'using' | 'announced' | 'due';

/** When what is announced now is done: as a day in Japan is over, so that the day alone says it; no earlier than `leavingDays` later. */
export function dueAfter(announcedAt: Date): Date {
  const wall = announcedAt.getTime() + leavingDays * dayMs + japanMs;
  return new Date(Math.ceil(wall / dayMs) * dayMs - japanMs);
}

/** The last day on which it can be withdrawn: any moment of it falls before `dueAt`. */
export const lastDayOf = ({ dueAt }: Pick<Leaving, 'dueAt'>): Date => new Date(dueAt.getTime() - 1);

/** How far a facility is on its way out. What is due is deleted from that moment on. */
export function leavingStage(leaving: Leaving | null, now: Date): LeavingStage {
  if (!leaving) return 'using';
  return leaving.dueAt <= now ? 'due' : 'announced';
}

type Refused<Reason extends string> = { readonly accepted: false; readonly reason: Reason };
export type Announcement = { readonly accepted: true; readonly dueAt: Date } | Refused<'leaving/announced-already'>;
export type Withdrawal = { readonly accepted: true } | Refused<'leaving/not-announced' | 'leaving/over'>;

/** Whether a facility may announce now that it leaves, and when that is due: not where it has, so that no announcement moves the day. */
export function decideAnnouncement(leaving: Leaving | null, now: Date): Announcement {
  if (leaving) return { accepted: false, reason: 'leaving/announced-already' };
  return { accepted: true, dueAt: dueAfter(now) };
}

/** Whether an announcement may be withdrawn: until it is due, whoever announced it. */
export function decideWithdrawal(leaving: Leaving | null, now: Date): Withdrawal {
  const stage = leavingStage(leaving, now);
  if (stage === 'announced') return { accepted: true };
  return { accepted: false, reason: stage === 'due' ? 'leaving/over' : 'leaving/not-announced' };
}
