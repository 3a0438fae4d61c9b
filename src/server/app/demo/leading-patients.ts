import type { Kysely } from 'kysely';
import type { EnquiryEdit } from '#core/compliance/patient/desk.ts';
import type { ProvisionEdit } from '#core/compliance/patient/provision.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { addEnquiry, addProvision, editDesk, findDesk } from '../../compliance/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { actAs } from './act-as.ts';
import { momentIn } from './calendar.ts';
import { holderOf } from './hospital-runs.ts';
import type { OpenedFacility } from './open-facility.ts';
import { type Span, thisYear } from './span.ts';

const desk = {
  place: '1階 患者相談窓口（総合受付の右）',
  inCharge: '医事課長、診療情報管理士',
  hours: '平日 9時〜16時30分。電話では平日 17時まで',
  announced: '正面玄関の掲示、入院のしおり、ホームページの「個人情報の取り扱い」',
};

/** How far into the year (0–1) something was asked, and after how many days it was answered; null while it is not. */
type Asked = Pick<EnquiryEdit, 'gist' | 'reply'> & { readonly share: number; readonly days: number | null };

const enquiries: readonly Asked[] = [
  {
    share: 0.1,
    days: 0,
    gist: '紹介先の病院へ画像を渡すときの手続き',
    reply: '同意書と、CDの受け渡しの記録について説明した。',
  },
  {
    share: 0.4,
    days: 3,
    gist: '診療録の写しの受け取り方と費用',
    reply: '申請書を渡し、10日ほどで用意できると伝えた。',
  },
  {
    share: 0.6,
    days: 1,
    gist: 'カルテがクラウドにあるか、外国に送られないか',
    reply: '院内のサーバーにあり、国外には送っていないと説明した。',
  },
  { share: 0.97, days: null, gist: '退院した家族の検査結果を、家族が見られるか', reply: '' },
];

type Given = Omit<ProvisionEdit, 'providedOn'> & { readonly share: number };

const provisions: readonly Given[] = [
  {
    share: 0.2,
    recipient: '県の地域がん登録室',
    content: '届出の対象になる診断の情報',
    ground: 'law',
    groundNote: 'がん登録等の推進に関する法律による届出',
    agreement: '',
  },
  {
    share: 0.5,
    recipient: '地域医療連携ネットワーク',
    content: '処方、検査結果、画像',
    ground: 'consent',
    groundNote: '参加の同意書。医事課で保管',
    agreement: '参加施設の責任分界を決めた覚書（令和6年4月）',
  },
  {
    share: 0.8,
    recipient: '学会の症例登録',
    content: '番号に置き換えた手術の記録',
    ground: 'consent',
    groundNote: '研究への同意書。診療科で保管',
    agreement: '登録事業の規約',
  },
];

const dayMs = 24 * 60 * 60 * 1000;

/** Where patients of the leading hospital ask, what they asked this year, and what was given to third parties. */
export function fillLeadingPatients(
  { db }: { readonly db: Kysely<Tables> },
  opened: OpenedFacility,
  span: Span,
): Promise<void> {
  const planner = holderOf(opened.members, 'planner');
  const at = (share: number) => momentIn(span.years[thisYear] ?? 0, span.now, share, 0.4);
  return actAs(db, opened.id, planner, async (as) => {
    const { revision } = await findDesk(as(planner, span.now));
    if (revision > 0) return;
    await editDesk(as(planner, at(0)), { ...desk, revision });
    for (const { share, days, ...words } of enquiries) {
      const answered =
        days === null ? null : new Date(Math.min(at(share).getTime() + days * dayMs, span.now.getTime()));
      const repliedOn = answered && dayInJapan(answered);
      await addEnquiry(as(planner, answered ?? at(share)), { ...words, receivedOn: dayInJapan(at(share)), repliedOn });
    }
    for (const { share, ...given } of provisions) {
      await addProvision(as(planner, at(share)), { ...given, providedOn: dayInJapan(at(share)) });
    }
  });
}
