import { z } from 'zod';
import { dayInJapan, daysAfter } from './fiscal-year.ts';

/** What has a last day, and how it is called on screen. */
export const dueTitles = {
  task: '取り組み',
  clause: 'ガイドライン',
  decision: '経営者が決めること',
  audit: '監査の開始',
  finding: '監査の指摘',
  verification: '指摘を直したことの確認',
  request: '監査で頼まれたこと',
  treatment: 'リスクの対応',
  review: '規程・方針の見直し',
  target: 'チェックリストの目標日',
  year: '1年の流れ',
} as const;
export const dueKinds = Object.keys(dueTitles) as (keyof typeof dueTitles)[];
/** What opens it, as words of a button. */
export const dueDoors: Readonly<Record<DueKind, string>> = {
  task: '取り組みを開く',
  clause: '条項を開く',
  decision: '経営者が決めることを開く',
  audit: '監査を開く',
  finding: '監査を開く',
  verification: '監査を開く',
  request: '監査を開く',
  treatment: 'リスクを開く',
  review: '規程・方針を開く',
  target: 'チェックリストを開く',
  year: '1年の流れを開く',
};
export const dueKindSchema = z.enum(dueKinds);
export type DueKind = (typeof dueKinds)[number];

/** Something that is still to be done by a day. */
export type Due = {
  readonly kind: DueKind;
  /** Of a clause its id in the guideline, of a target that of its item, of a step of the year 「2026-drill」, else a UUID. */
  readonly id: string;
  readonly title: string;
  /** The last day, in Japan: 「2026-11-27」. */
  readonly dueOn: string;
  /** `left`: no longer a member, so that nobody has it. */
  readonly owner: { readonly id: string; readonly name: string; readonly left: boolean } | null;
  /** The page on which it is done, below the facility: 「tasks/…」. */
  readonly page: string;
};

/** Past its day, within two weeks of it, or further away. */
export type DueState = 'late' | 'soon' | 'later';

/** How many days before its last day something is said to be near it. */
export const soonDays = 14;
/** How many days before the last day its owner is reminded. */
const reminderDays = 7;

/** How near a last day is, seen from a day in Japan; the last day itself is not late. */
export function dueState(dueOn: string, today: string): DueState {
  if (dueOn < today) return 'late';
  return dueOn <= daysAfter(today, soonDays) ? 'soon' : 'later';
}

/** Nine in the morning of a day in Japan: nobody is reminded at night. */
const morningOf = (day: string) => new Date(`${day}T09:00:00+09:00`);

/**
 * When the owner of something is reminded next: a week before its last day, and once more on the day after it; undefined where
 * both have passed. What is given a last day within the week is not reminded of at once: whoever gave it knows.
 */
export function nextReminder(dueOn: string, now: Date): Date | undefined {
  return [daysAfter(dueOn, -reminderDays), daysAfter(dueOn, 1)].map(morningOf).find((moment) => moment > now);
}

/** Whether a reminder of something due on a day may go out now: not before its time, which comes when the day was moved. */
export function isTimeToRemind(dueOn: string, now: Date): boolean {
  return dayInJapan(now) >= daysAfter(dueOn, -reminderDays);
}

/** Whether nobody at the facility has it: it was given to nobody, or to somebody who has left. */
export const isNobodys = ({ owner }: Pick<Due, 'owner'>): boolean => owner === null || owner.left;

/** Whether two things due stand in one letter: of one kind, due on one day, and given to the same person, or both nobody's. */
export function isOneLetter(one: Due, other: Due): boolean {
  const whose = (due: Due) => (isNobodys(due) ? undefined : due.owner?.id);
  return one.kind === other.kind && one.dueOn === other.dueOn && whose(one) === whose(other);
}

/** Earliest last day first; of one day by their words, so that the order is the same every time. */
export function inDueOrder(dues: readonly Due[]): readonly Due[] {
  const key = ({ dueOn, title, id }: Due) => `${dueOn} ${title} ${id}`;
  return dues.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** The page on which something due is done. */
export const duePath = (facilityId: string, { page }: Pick<Due, 'page'>): string => `/facilities/${facilityId}/${page}`;
