import { roleText } from './role-text.ts';
import type { Item } from './sheet.ts';

/** 「令和9年度」 of R9, as our own sheets write the year an item is to be はい by; what a loaded form says is left as it stands. */
const goalWords = (goal: string): string => goal.replace(/^R(\d{1,2})$/, '令和$1年度');

/**
 * What a form of the checklist says beside an item: which equipment it is about, who fills it in, by which year it is to be はい:
 * 「対象：全般　担当：企画管理者　国の目標：令和9年度」. Empty where it says none of them.
 */
export function besideItem({
  equipment,
  respondent,
  target,
}: { readonly [Part in 'equipment' | 'respondent' | 'target']?: Item[Part] | null }): string {
  return [
    ...(equipment ? [`対象：${equipment}`] : []),
    ...(respondent ? [`担当：${roleText(respondent)}`] : []),
    ...(target ? [`国の目標：${goalWords(target)}`] : []),
  ].join('　');
}
