import type { SuggestedRequest } from './request.ts';

/** Posts the guideline has the executives fill, as roles here. */
export const appointedRoles = ['safety-manager', 'planner', 'auditor'] as const;
export type AppointedRole = (typeof appointedRoles)[number];

const missing = (post: string) => `今、まもりに登録された職員の中に、${post}がいません。`;
const asksIn = (clause: string) => `厚生労働省のガイドライン第7.0版 経営管理編の遵守事項${clause}が求めています。`;

type Words = Pick<SuggestedRequest, 'title' | 'matter' | 'cost' | 'effect' | 'waiting' | 'takes'>;

const words: Readonly<Record<AppointedRole, Words>> = {
  'safety-manager': {
    title: '医療情報システム安全管理責任者を決める',
    matter: `だれが務めるかを決めます。経営層の人が務めることが見込まれています。${missing('医療情報システム安全管理責任者')}${asksIn('3③')}`,
    cost: 0,
    effect: '安全管理の責任者がはっきりし、点検・対策・事故のときの判断を進められます。',
    waiting: '事故のときに、だれが判断するかが決まりません（経営管理編 3③）。',
    takes: { cost: '0円', effort: null },
  },
  planner: {
    title: '企画管理者を決める',
    matter: `だれが務めるかを決めます。安全管理責任者が兼ねることもできます。${missing('企画管理者')}${asksIn('3③')}`,
    cost: 0,
    effect: '規程・契約・教育・対策の計画を受け持つ人が決まり、決めたことが実行に移ります。',
    waiting: '対策の計画を受け持つ人がいないままになります（経営管理編 3③）。',
    takes: { cost: '0円', effort: null },
  },
  auditor: {
    title: '監査をする人を決める',
    matter: `院内の人か、外部の機関かを決めます。院内の人なら、企画管理者と運用担当者から独立した人です。${missing('監査担当')}${asksIn('3⑪')}`,
    cost: null,
    effect: '対策が本当にできているかを、関わっていない人の目で確かめられます。',
    waiting: 'できているつもりの所に気づけません（経営管理編 3⑪）。',
    takes: { cost: '院内の人なら0円、外部の機関なら見積りの額', effort: null },
  },
};

/** A request for each post nobody holds. 経営管理編 3③, 3⑪. */
export const appointmentRequests = (roles: readonly AppointedRole[]): readonly SuggestedRequest[] =>
  roles.map((role) => ({ kind: 'appointment', ...words[role], neededBy: null, source: `appointment/${role}` }));
