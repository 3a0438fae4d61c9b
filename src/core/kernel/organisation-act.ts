/** Everything the log of an organisation can say was done in it or about it, and how it reads after a person's name. */
export const organisationActTitles = {
  'organisation.created': '組織を登録した',
  'organisation.first-invited': '最初の管理者を招いた',
  'organisation.invited': '人を招いた',
  'organisation.invitation-withdrawn': '招待を取り消した',
  'organisation.joined': '招待を受けて加わった',
  'organisation.roles-changed': '役割を変えた',
  'organisation.member-removed': '人を組織から外した',
  'organisation.person-erased': 'アカウントを消し、組織からいなくなった',
  'organisation.joined-by-sso': '認証基盤のグループで加わった',
  'organisation.roles-by-sso': '認証基盤のグループで役割が変わった',
  'organisation.left-by-sso': '認証基盤のグループが変わり、組織から外れた',
  'organisation.sso-groups-changed': '認証基盤のグループが渡す役割を変えた',
  'sso.connection-saved': '認証基盤との接続を設定した',
  'sso.connection-ended': '認証基盤との接続を終えた',
} as const;

export type OrganisationAct = keyof typeof organisationActTitles;

/** The words for an act as it stands in the log of an organisation; an act this version does not know reads as its code. */
export function organisationActTitle(act: string): string {
  return Object.hasOwn(organisationActTitles, act) ? organisationActTitles[act as OrganisationAct] : act;
}
