import type { SuggestedRequest } from './request.ts';

/** Posts the guideline has the executives fill, as roles here. */
export const appointedRoles = ['safety-manager', 'planner', 'auditor'] as const;
export type AppointedRole = (typeof appointedRoles)[number];

const clauses = '厚生労働省のガイドライン第7.0版 経営管理編の遵守事項';
const missing = (post: string) => `まもりに登録された職員の中に、${post}がいません。`;

type Words = Pick<SuggestedRequest, 'title' | 'matter' | 'cost' | 'effect' | 'waiting'>;

const words: Readonly<Record<AppointedRole, Words>> = {
  'safety-manager': {
    title: '医療情報システム安全管理責任者を決める',
    matter: `${missing('医療情報システム安全管理責任者')}${clauses}3③は、経営者がこの責任者を置くことを求めています。経営層の人が務めることが見込まれています。`,
    cost: 0,
    effect: '安全管理の責任者がはっきりし、点検・対策・事故のときの判断を進められます。',
    waiting: `${clauses}3③を満たさないまま、事故のときにだれが判断するかが決まりません。`,
  },
  planner: {
    title: '企画管理者を決める',
    matter: `${missing('企画管理者')}${clauses}3③は、経営者が企画管理者を置くことを求めています。安全管理責任者が兼ねることもできます。`,
    cost: 0,
    effect: '規程・契約・教育・対策の計画を受け持つ人が決まり、決めたことが実行に移ります。',
    waiting: `${clauses}3③を満たさないまま、対策の計画を受け持つ人がいません。`,
  },
  auditor: {
    title: '監査をする人を決める',
    matter: `${missing('監査担当')}${clauses}3⑪は、企画管理者と運用担当者から独立した内部監査か、別の機関による外部監査を求めています。院内の人か外部の機関かを決めます。`,
    cost: null,
    effect: '対策が本当にできているかを、関わっていない人の目で確かめられます。',
    waiting: `${clauses}3⑪を満たさないまま、できているつもりのことに気づけません。`,
  },
};

/** A request for each post nobody holds. 経営管理編 3③, 3⑪. */
export const appointmentRequests = (roles: readonly AppointedRole[]): readonly SuggestedRequest[] =>
  roles.map((role) => ({ kind: 'appointment', ...words[role], neededBy: null, source: `appointment/${role}` }));
