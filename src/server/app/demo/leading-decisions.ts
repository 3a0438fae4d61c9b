import type { Kysely } from 'kysely';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { dayInJapan, daysAfter } from '#core/kernel/fiscal-year.ts';
import type { DecisionEdit } from '#core/plan/decision/decision.ts';
import type { RequestEdit } from '#core/plan/decision/request.ts';
import { askDecision, decide, findDecided } from '../../plan/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { actAs } from './act-as.ts';
import { momentIn } from './calendar.ts';
import { holderOf } from './hospital-runs.ts';
import type { OpenedFacility } from './open-facility.ts';
import { type Span, thisYear } from './span.ts';

type Parts = { readonly db: Kysely<Tables>; readonly catalogue: Catalogue };

/** A matter with the days from now to its last, what was said to it, and how far the year was when it was asked. */
type Matter = Omit<RequestEdit, 'neededBy'> & {
  readonly asked: number;
  readonly neededIn: number | null;
  readonly said: (Omit<DecisionEdit, 'until'> & { readonly againIn: number | null }) | null;
};

const matters: readonly Matter[] = [
  {
    kind: 'appointment',
    title: '院内の監査をする人を決める',
    cost: 0,
    asked: 0.12,
    neededIn: null,
    matter: '年1回の内部監査を、企画管理者と運用担当者から独立した職員が行います。候補は医療安全管理室の職員です。',
    effect: '対策が本当にできているかを、関わっていない人の目で確かめられます。',
    waiting: 'できているつもりの所に気づけません（経営管理編 3⑪）。',
    said: { outcome: 'approved', reason: '医療安全管理室の職員を、監査担当にする。', againIn: null },
  },
  {
    kind: 'budget',
    title: 'VPN装置を更新する予算を決める',
    cost: 3_800_000,
    asked: 0.25,
    neededIn: null,
    matter: '外から院内に入るための装置3台が、来年3月で保守を終えます。見積りは2社から取りました。',
    effect: '外からの入口に、直せない弱点を残さずに済みます。',
    waiting: '保守のない装置が外につながったままになり、そこから入られるおそれが高まります。',
    said: { outcome: 'approved', reason: '今年度の補正予算で行う。年内に発注する。', againIn: null },
  },
  {
    kind: 'other',
    title: '顔認証を全部の端末に入れる',
    cost: 21_000_000,
    asked: 0.35,
    neededIn: null,
    matter: 'パスワードの代わりに、顔で端末を使えるようにする案です。端末は620台あります。',
    effect: 'パスワードの使い回しがなくなります。',
    waiting: 'パスワードの決まりを守ってもらう教育を続けることになります。',
    said: { outcome: 'declined', reason: '費用が大きく、まず二要素認証を入れる。', againIn: null },
  },
  {
    kind: 'closing',
    title: '古い健診予約システムを終了する',
    cost: 450_000,
    asked: 0.5,
    neededIn: null,
    matter: '12年前に入れた予約システムです。新しい予約の窓口は、もう動いています。費用は記録の移し替えです。',
    effect: '外につながる古いシステムが1つ減り、毎年の保守料（80万円）もなくなります。',
    waiting: '直せない弱点のあるシステムが、外につながったまま残ります。',
    said: { outcome: 'deferred', reason: '健診の繁忙期が終わってから決める。', againIn: 21 },
  },
  {
    kind: 'risk-acceptance',
    title: '検査機器2台の古いOSを、更新まで使い続ける',
    cost: 150_000,
    asked: 0.88,
    neededIn: 10,
    matter: '2台のOSは保守が終わっています。機器の更新は来年度です。それまでは院内の網から切り離して使います。',
    effect: '検査を止めずに、機器の更新まで診療を続けられます。',
    waiting: '切り離しをだれも決めないまま、網につながった状態が続きます。',
    said: null,
  },
  {
    kind: 'budget',
    title: 'バックアップを切り離して置く費用を決める',
    cost: 1_200_000,
    asked: 0.95,
    neededIn: 30,
    matter: '電子カルテのバックアップを、網から切り離した場所にもう1つ置きます。費用は1年目の機器と設定です。',
    effect: '攻撃でバックアップまで消されても、診療の記録を戻せます。',
    waiting: '網の中のバックアップが一緒に暗号化されると、記録を戻せないおそれがあります。',
    said: null,
  },
];

/** What the leading hospital asks its executives this year, and what they have decided so far. */
export function fillLeadingDecisions(
  { db, catalogue }: Parts,
  { id, members }: OpenedFacility,
  { years, now }: Span,
): Promise<void> {
  const [planner, executive] = [holderOf(members, 'planner'), holderOf(members, 'executive')];
  const at = (share: number) => momentIn(years[thisYear] ?? 0, now, share, 0.4);
  const dayIn = (days: number | null) => (days === null ? null : daysAfter(dayInJapan(now), days));
  return actAs(db, id, planner, async (as) => {
    if ((await findDecided(as(planner, now), { most: 1 })).length > 0) return;
    for (const { asked, neededIn, said, ...edit } of matters) {
      const asking = { ...edit, neededBy: dayIn(neededIn), source: null };
      const { id: requestId, revision } = await askDecision(as(planner, at(asked)), catalogue, asking);
      if (!said) continue;
      const { againIn, ...decision } = said;
      await decide(as(executive, at(asked + 0.06)), { ...decision, requestId, revision, until: dayIn(againIn) });
    }
  });
}
