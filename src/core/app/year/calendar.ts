import { type Due, type DueKind, duePath } from '../../kernel/due.ts';
import { type YearStep, yearStepTitles } from './year-step.ts';

/** A day in a calendar: what is due on it, and the page on which it is done. */
export type CalendarEntry = {
  /** The same as long as it is the same matter, so that a moved day moves its entry. */
  readonly id: string;
  /** In Japan: 「2026-11-27」. */
  readonly day: string;
  readonly title: string;
  /** Below the address of the installation. */
  readonly path: string;
};

const kindTitles: Readonly<Record<DueKind, string>> = {
  task: '取り組み',
  clause: 'ガイドライン',
  decision: '経営者が決めること',
};

/** What a person's calendar shows of a facility: the steps of the year that are not done, and what is due. */
export function calendarOf(
  facilityId: string,
  {
    fiscalYear,
    steps,
    dues,
  }: { readonly fiscalYear: number; readonly steps: readonly YearStep[]; readonly dues: readonly Due[] },
): readonly CalendarEntry[] {
  const ofYear = steps
    .filter(({ state }) => state !== 'done')
    .map(({ id, dueOn }) => ({
      id: `${facilityId}-${fiscalYear}-${id}`,
      day: dueOn,
      title: `期限：${yearStepTitles[id]}（1年の流れ）`,
      path: `/facilities/${facilityId}/year`,
    }));
  const ofDues = dues.map((due) => ({
    id: `${facilityId}-${due.kind}-${due.id}`,
    day: due.dueOn,
    title: `期限：${due.title}（${kindTitles[due.kind]}）`,
    path: duePath(facilityId, due),
  }));
  return [...ofYear, ...ofDues];
}
