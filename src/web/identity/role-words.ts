import type { FacilityRole } from '#core/identity/role.ts';

/** What a role is for, in one line a person can choose by. */
export const roleWords: Readonly<Record<FacilityRole, string>> = {
  'facility-administrator': '人を招き、役割を決めます。点検の回答と提出もできます。事務の責任者など。',
  executive: '院長・理事・事務長など。経営層の点検票に一人ずつ答え、結果を見て決めます。',
  'safety-manager': 'ガイドラインの安全管理責任者。提出し、出し直しが要るときは取り消します。',
  planner: '点検を進める人。分野を割り当て、回答を確かめて提出します。',
  operator: 'システムや機器を扱う人。点検に答えます。提出はしません。',
  auditor: '回答と結果を見るだけの人。書き換えはできません。',
  staff: '割り当てられた分野だけに答えます。確認コードは要りません。',
};
