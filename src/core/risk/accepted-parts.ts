import { z } from 'zod';

/** The parts of a risk an acceptance stands on; what else is written of it (notes, owners, days) may change under it. */
export const acceptedParts = [
  'level',
  'impact',
  'title',
  'assets',
  'threat',
  'weakness',
  'careFunction',
  'outageHours',
  'patients',
  'leaked',
  'treatments',
] as const;
const acceptedPartSchema = z.enum(acceptedParts);
export type AcceptedPart = z.infer<typeof acceptedPartSchema>;

export const acceptedPartTitles: Readonly<Record<AcceptedPart, string>> = {
  level: '残る大きさ',
  impact: '残る影響の大きさ',
  title: 'どんなリスクか',
  assets: '守るもの',
  threat: '起こりうること',
  weakness: '弱いところ',
  careFunction: '止まる業務',
  outageHours: '止まる時間',
  patients: '影響する患者の数',
  leaked: '情報が漏れる人の数',
  treatments: '受け入れたときにあった対応',
};

/** What has changed since the executives accepted a risk under a number. */
export const changedSchema = z.object({ number: z.string(), parts: z.array(acceptedPartSchema) });
export type Changed = z.infer<typeof changedSchema>;

const titlesOf = (parts: readonly AcceptedPart[]) => parts.map((part) => acceptedPartTitles[part]).join('、');

/** 「令和8年度 第3号で受け入れたあとに変わったこと：残る大きさ、弱いところ。」 */
export const changedWords = ({ number, parts }: Changed): string =>
  `${number}で受け入れたあとに変わったこと：${titlesOf(parts)}。`;

/** 「残る大きさが8（注意）から12（急ぐ）に変わりました（令和8年度 第3号で受け入れたあと）。ほかに変わったこと：弱いところ。」 */
export function grownWords({ number, parts }: Changed, from: string, to: string): string {
  const rest = titlesOf(parts.filter((part) => part !== 'level'));
  const other = rest === '' ? '' : `ほかに変わったこと：${rest}。`;
  return `残る大きさが${from}から${to}に変わりました（${number}で受け入れたあと）。${other}`;
}
