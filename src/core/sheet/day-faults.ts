import type { Sheet } from '../catalogue/sheet.ts';
import type { Fault } from '../kernel/contract.ts';
import { daysOfFiscalYear, fiscalYearLabel, japaneseDay } from '../kernel/fiscal-year.ts';
import { type AnswerDays, isChecklist, needsTarget } from './checklist.ts';

/** Beside what the days of an answer are judged: the sheet, the fiscal year of its run, and today in Japan. */
export type DayFrame = {
  readonly sheet: Pick<Sheet, 'id' | 'gate'>;
  readonly fiscalYear: number;
  /** 「2026-11-27」 */
  readonly today: string;
};

type Dated = AnswerDays & { readonly value: string | null };

function confirmedFault({ confirmedOn }: Dated, { fiscalYear, today }: DayFrame): string | undefined {
  if (confirmedOn === null) return undefined;
  if (confirmedOn > today) return '確認日に先の日は入れられません。今日までの日を入れてください。';
  // Form filled in April may rest on what was confirmed in March; anything older is a slip of the hand.
  const { first } = daysOfFiscalYear(fiscalYear - 1);
  return confirmedOn < first ? `確認日には${japaneseDay(first)}からの日を入れてください。` : undefined;
}

function targetFault(itemId: string, { value, targetOn }: Dated, { sheet, fiscalYear }: DayFrame): string | undefined {
  if (targetOn === null) return undefined;
  if (!needsTarget(sheet.gate, itemId, value)) {
    return '目標日は「いいえ」「分からない」のときだけ入れます。目標日を消してください。';
  }
  const { first, last } = daysOfFiscalYear(fiscalYear);
  if (targetOn >= first && targetOn <= last) return undefined;
  const year = fiscalYearLabel(fiscalYear).replace(/（.*/, '');
  return `目標日には、${year}の中の日（${japaneseDay(first)}から${japaneseDay(last)}まで）を入れてください。`;
}

/**
 * What is wrong with the days of an answer. Codes: `days-not-taken` on a sheet that is no checklist or where nothing is
 * answered, `confirmed-not-valid` (not after today), `target-not-valid` (inside the fiscal year of the run, and only with
 * いいえ: checklist manual R7, p.3).
 */
export function dayFaults(itemId: string, answer: Dated, frame: DayFrame): readonly Fault[] {
  const { confirmedOn, targetOn } = answer;
  if (confirmedOn === null && targetOn === null) return [];
  const fault = (field: string, code: string, message: string): Fault => ({ item: itemId, field, code, message });
  if (!isChecklist(frame.sheet.id)) {
    return [fault('confirmedOn', 'days-not-taken', 'この点検票には、確認日も目標日もありません。')];
  }
  if (answer.value === null) {
    return [fault('confirmedOn', 'days-not-taken', '答えの無い項目には、確認日も目標日も入れられません。')];
  }
  const [confirmed, target] = [confirmedFault(answer, frame), targetFault(itemId, answer, frame)];
  return [
    ...(confirmed ? [fault('confirmedOn', 'confirmed-not-valid', confirmed)] : []),
    ...(target ? [fault('targetOn', 'target-not-valid', target)] : []),
  ];
}
