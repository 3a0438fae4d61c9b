import { type Due, type DueKind, dueDoors, duePath } from './due.ts';
import { japaneseDay } from './fiscal-year.ts';
import type { Letter } from './letter.ts';

const things: Readonly<Record<DueKind, string>> = {
  task: 'あなたが担当の取り組み',
  clause: 'あなたが担当のガイドラインの条項',
  decision: '経営者に決めてもらうこと',
  audit: '計画した監査の開始',
  finding: 'あなたが直す担当の監査の指摘',
  verification: '監査の指摘が直ったことの確認',
  request: '監査する人から、あなたに頼まれたこと',
  treatment: 'あなたが担当のリスクの対応',
  review: '規程・方針の見直し',
  target: 'チェックリストで「いいえ」とした項目の目標日',
  year: '1年の流れの、まだ終わっていない区切り',
};

/** Reminds a person of a last day, before it or after; not of what it is about, since letters are read elsewhere too. */
export function dueLetter(of: {
  readonly facility: string;
  readonly facilityId: string;
  readonly name: string;
  readonly due: Pick<Due, 'kind' | 'page' | 'dueOn'>;
  readonly late: boolean;
  /** Whoever owned it has left: it is told to whoever is in charge. */
  readonly ownerless?: boolean;
}): Letter {
  const { facility, facilityId, name, due, late, ownerless } = of;
  const thing = ownerless ? things[due.kind].replace('あなたが担当の', '担当がいない') : things[due.kind];
  const day = japaneseDay(due.dueOn);
  return {
    subject: late ? `${facility}で、期限を過ぎたことがあります` : `${facility}で、期限が近いことがあります`,
    name,
    place: facility,
    paragraphs: [
      late ? `${thing}が、期限の${day}を過ぎました。` : `${thing}の期限は、${day}です。`,
      'もう終わっているときは、下のリンクから開いて、終わったことを記録してください。間に合わないときは、期限を直せます。',
    ],
    link: { words: dueDoors[due.kind], path: duePath(facilityId, due) },
    unexpected: '担当が違うと思うときは、施設の企画管理者に相談してください。',
    why: late
      ? '期限を過ぎたため、1回だけお送りしました。仕事のお知らせは「自分のアカウント」で止められます。'
      : '期限の1週間前になったため、お送りしました。仕事のお知らせは「自分のアカウント」で止められます。',
  };
}
