import { dayInJapan, japaneseDay } from '../../kernel/fiscal-year.ts';
import type { RegulationRow } from './regulation.ts';

type InForce = Pick<RegulationRow, 'title'> & { readonly current: NonNullable<RegulationRow['current']> };

/** 「情報セキュリティ方針 第2版（令和8年4月1日から、院 長が令和8年3月2日に承認）」. */
export function regulationWords({ title, current: { number, validOn, approvedBy, approvedAt } }: InForce): string {
  const approved = approvedAt && `、${approvedBy?.name ?? ''}が${japaneseDay(dayInJapan(approvedAt))}に承認`;
  return `${title} 第${number}版（${japaneseDay(validOn)}から${approved ?? ''}）`;
}
