import type { InvitedRole } from '#core/identity/role.ts';

/** What a role is for, in one line a person can choose by. */
export const roleWords: Readonly<Record<InvitedRole, string>> = {
  'facility-administrator': '人を招き、役割を決めます。点検の回答と提出もできます。事務の責任者など。',
  executive: '院長・理事・事務長など。経営層の点検票に一人ずつ答え、結果を見て決めます。',
  'safety-manager': 'ガイドラインの安全管理責任者。提出し、出し直しが要るときは取り消します。',
  planner: '点検を進める人。分野を割り当て、回答を確かめて提出します。',
  operator: 'システムや機器を扱う人。点検に答えます。提出はしません。',
  auditor: '回答と結果を見るだけの人。書き換えはできません。',
  staff: '割り当てられた分野だけに答えます。確認コードは要りません。',
  'organisation-administrator': '組織に人を招き、役割を決めます。施設の中は見られません。',
  supporter: '取り決めのある施設に入り、決められた範囲を見て助けます。見たことはすべて施設に残ります。',
  'programme-officer': '施設の数を、点検の進み具合・種類・大きさごとに見ます。一つ一つの施設は見られません。',
  'vendor-contact': '製品やサービスについての窓口です。',
};
