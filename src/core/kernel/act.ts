/** Everything the activity log of a facility can say was done, and how it reads after a person's name. */
export const actTitles = {
  'identity.invited': '人を招いた',
  'identity.invitation-withdrawn': '招待を取り消した',
  'identity.joined': '招待を受けて加わった',
  'identity.roles-changed': '役割を変えた',
  'identity.member-removed': '人を施設から外した',
  'identity.reset-link-issued': 'パスワードの再設定リンクをつくった',
  'identity.password-reset': '再設定リンクでパスワードを決め直した',
  'identity.access-token-made': 'アクセスキーをつくった',
  'identity.access-token-revoked': 'アクセスキーを取り消した',
  'organisation.profile-edited': '施設の情報を直した',
  'organisation.sheet-chosen': 'どの点検票を使うかの問いに答えた',
  'organisation.proposed': '組織への参加を提案した',
  'organisation.joined': '組織に参加した',
  'organisation.consent-changed': '組織に見せるものを変えた',
  'organisation.left': '組織への参加をやめた',
  'support.offered': '支援者との取り決めを作った',
  'support.asked': '支援の取り決めを申し込んだ',
  'support.accepted': '支援の申し込みを受けた',
  'support.declined': '支援の申し込みを断った',
  'support.ended': '支援者との取り決めを終えた',
  'support.left': '支援の取り決めを組織の側から終えた',
  'support.read': '施設の画面を開いた',
  'sheet.begun': '点検を始めた',
  'sheet.answered': '設問に答えた',
  'sheet.answers-taken': '回答をまとめて取り込んだ',
  'sheet.assigned': '分野の担当を変えた',
  'sheet.listed': '点検の一覧を開いた',
  'sheet.read': '点検の回答を開いた',
  'sheet.exported': '点検の回答をファイルで受け取った',
  'evidence.added': '証跡を加えた',
  'evidence.removed': '証跡を外した',
  'evidence.restored': '外した証跡を戻した',
  'evidence.listed': '証跡の一覧を開いた',
  'evidence.read': '証跡のファイルを受け取った',
  'assessment.submitted': '点検を提出した',
  'assessment.reopened': '提出を取り消した',
  'assessment.result-read': '点検の結果を開いた',
  'assessment.report-read': '結果の報告書を受け取った',
  'activity.read': '操作の記録を開いた',
  'activity.exported': '操作の記録を書き出した',
} as const;

export type Act = keyof typeof actTitles;

/** The words for an act as it stands in the log; an act this version does not know reads as its code. */
export function actTitle(act: string): string {
  return Object.hasOwn(actTitles, act) ? actTitles[act as Act] : act;
}
