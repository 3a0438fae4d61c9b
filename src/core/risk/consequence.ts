import type { RiskEdit } from './risk.ts';

type Consequence = Pick<RiskEdit, 'careFunction' | 'outageHours' | 'patients' | 'leaked'>;

const hoursInDay = 24;

/** 「36時間」, and from two days on with the days: 「72時間（3日）」. */
export const hoursText = (hours: number): string =>
  hours < 2 * hoursInDay
    ? `${hours}時間`
    : `${hours.toLocaleString('ja-JP')}時間（${Math.round(hours / hoursInDay)}日）`;

const people = (count: number) => `${count.toLocaleString('ja-JP')}人`;

/** What would come of a risk, in one line: 「電子カルテが72時間（3日）止まる、患者200人に影響、1,000人分の情報が漏れる」; empty where nobody knows. */
export function consequenceText({ careFunction, outageHours, patients, leaked }: Consequence): string {
  const what = careFunction.trim() || '業務';
  const out =
    outageHours === null
      ? careFunction.trim() === ''
        ? []
        : [`${what}が止まる`]
      : [`${what}が${hoursText(outageHours)}止まる`];
  return [
    ...out,
    ...(patients === null ? [] : [`患者${people(patients)}に影響`]),
    ...(leaked === null ? [] : [`${people(leaked)}分の情報が漏れる`]),
  ].join('、');
}
