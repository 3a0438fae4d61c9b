import { z } from 'zod';
import { keptDays } from '../../kernel/kept-days.ts';

/** Everything that may be kept about a person, in the order it is shown, and how it is called. */
export const recordKindTitles = {
  account: '登録した内容',
  passkey: 'パスキー',
  provider: '組織のアカウントとの結びつき',
  'recovery-code': '復旧コード（中身は、まもりにも分かりません）',
  session: 'サインイン中の端末',
  'reset-link': 'パスワードの再設定リンク',
  'notice-choice': 'お知らせのメールの選び方',
  mail: `あなたに送ったメール（${keptDays.mail}日分）`,
  member: '加わっている施設',
  'former-member': '前に加わっていた施設',
  'organisation-member': '加わっている組織',
  supporter: '支援者として入った施設',
  'access-token': '作ったアクセスキー',
  'invitation-accepted': '受けた招待',
  'invitation-sent': '送った招待',
  assignment: '担当している分野',
  task: '担当している取り組み',
  clause: '担当しているガイドラインの条項',
  'calendar-link': '自分のカレンダーのリンク',
  risk: '担当しているリスク',
  'risk-treatment': '担当しているリスクへの対応',
  regulation: '書いた方針・規程・手順の版',
  'audit-member': '監査する人として加わった監査',
  'audit-finding': '直す担当になった監査の指摘',
  'audit-request': '監査で頼まれたこと',
  enquiry: '書いた、窓口への問い合わせの記録',
  provision: '書いた、第三者提供の記録',
  'task-comment': '取り組みに書いたこと',
  answer: '答えた設問（答えの中身は施設のものです）',
  evidence: '加えた証跡',
  act: '施設での操作の記録',
  event: 'サインインなど、施設の外での操作の記録',
} as const;
export type RecordKind = keyof typeof recordKindTitles;
export const recordKinds = Object.keys(recordKindTitles) as readonly RecordKind[];

export const ownRecordRowSchema = z.object({
  kind: z.enum(Object.keys(recordKindTitles) as [RecordKind, ...RecordKind[]]),
  /** Since when it is kept, or when it was done; null where that is not known. */
  at: z.date().nullable(),
  place: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type OwnRecordRow = z.infer<typeof ownRecordRowSchema>;

/** What is kept about a person, as it was at that time. */
export type OwnRecord = { readonly takenAt: Date; readonly rows: readonly OwnRecordRow[] };
