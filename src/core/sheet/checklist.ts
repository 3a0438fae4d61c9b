import type { AnswerValue, SheetId } from '../catalogue/sheet.ts';

/** The sheets that are forms of the ministry checklist: each answer carries two days, and nothing is scored. */
const checklistSheets: readonly SheetId[] = ['checklist-institution', 'checklist-pharmacy', 'checklist-vendor'];

/** Whether a sheet is a form of the ministry checklist. */
export const isChecklist = (sheetId: string): boolean => (checklistSheets as readonly string[]).includes(sheetId);

/**
 * The two days of an answer of a checklist, in Japan, as 「2026-11-27」: when it was confirmed, and by when what is いいえ
 * is to be はい (checklist manual R7, p.3). Both null on every other sheet.
 */
export type AnswerDays = { readonly confirmedOn: string | null; readonly targetOn: string | null };

export const noDays: AnswerDays = { confirmedOn: null, targetOn: null };

type PerhapsDays = { readonly confirmedOn?: string | null | undefined; readonly targetOn?: string | null | undefined };

/** The days of an answer of which they may not be told. */
export const daysOf = ({ confirmedOn = null, targetOn = null }: PerhapsDays): AnswerDays => ({ confirmedOn, targetOn });

/** Whether two answers name the same days. */
export const sameDays = (one: PerhapsDays, other: PerhapsDays): boolean =>
  (one.confirmedOn ?? null) === (other.confirmedOn ?? null) && (one.targetOn ?? null) === (other.targetOn ?? null);

/**
 * Whether an answer needs a day by when it is to be はい: 「いいえ」, and 「分からない」, which the form counts as いいえ. The
 * question at the gate needs none: いいえ there is nothing to mend.
 */
export function needsTarget(gate: string | undefined, itemId: string, value: AnswerValue | string | null): boolean {
  return itemId !== gate && (value === 'no' || value === 'unknown');
}

/** What of its days an answer still lacks before it can be submitted. */
export function lackingDays(
  sheet: { readonly id: string; readonly gate?: string | undefined },
  itemId: string,
  answer: PerhapsDays & { readonly value: string | null },
): readonly (keyof AnswerDays)[] {
  if (!isChecklist(sheet.id) || answer.value === null) return [];
  const { confirmedOn, targetOn } = daysOf(answer);
  return [
    ...(confirmedOn === null ? (['confirmedOn'] as const) : []),
    ...(targetOn === null && needsTarget(sheet.gate, itemId, answer.value) ? (['targetOn'] as const) : []),
  ];
}
