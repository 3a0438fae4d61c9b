import { type Due, type DueKind, dueDoors, duePath, isNobodys } from './due.ts';
import { japaneseDay } from './fiscal-year.ts';
import type { Letter } from './letter.ts';

/** What is due, in words; of what somebody owns the words tell whose it is. */
const things: Readonly<Record<DueKind, string | ((whose: string) => string)>> = {
  task: (whose) => `${whose}取り組み`,
  clause: (whose) => `${whose}ガイドラインの条項`,
  decision: '経営者に決めてもらうこと',
  audit: '計画した監査の開始',
  finding: (whose) => `${whose}監査の指摘`,
  verification: '監査の指摘が直ったことの確認',
  request: '監査する人から頼まれたこと',
  treatment: (whose) => `${whose}リスクの対応`,
  review: '規程・方針の見直し',
  target: 'チェックリストで「いいえ」とした項目の目標日',
  year: '1年の流れの、まだ終わっていない区切り',
};

/** Whose something is, to a person who is told of it. */
function whoseOf({ owner }: Pick<Due, 'owner'>, personId: string): string {
  if (isNobodys({ owner })) return '担当がいない';
  return owner?.id === personId ? 'あなたが担当の' : '担当の人が今の役割では見られない';
}

/**
 * Reminds a person of a last day, before it or after; not of what it is about, since letters are read elsewhere too. Of several that
 * are due together it tells how many, and leads to the page of the year, where all of them stand.
 */
export function dueLetter(of: {
  readonly facility: string;
  readonly facilityId: string;
  readonly name: string;
  /** Who is told: whoever has it, or somebody else where nobody has it or who has it may not read it. */
  readonly personId: string;
  readonly due: Pick<Due, 'kind' | 'page' | 'dueOn' | 'owner'>;
  /** How many are due together, this one among them. */
  readonly count: number;
  readonly late: boolean;
}): Letter {
  const { facility, facilityId, name, personId, due, count, late } = of;
  const words = things[due.kind];
  const one = typeof words === 'string' ? words : words(whoseOf(due, personId));
  const thing = count === 1 ? one : `${one}（${count}件）`;
  const door = count === 1 ? due : ({ kind: 'year', page: 'year' } as const);
  const day = japaneseDay(due.dueOn);
  return {
    subject: late ? `${facility}で、期限を過ぎたことがあります` : `${facility}で、期限が近いことがあります`,
    name,
    place: facility,
    paragraphs: [
      late ? `${thing}が、期限の${day}を過ぎました。` : `${thing}の期限は、${day}です。`,
      'もう終わっているときは、下のリンクから開いて、終わったことを記録してください。間に合わないときは、期限を直せます。',
    ],
    link: { words: dueDoors[door.kind], path: duePath(facilityId, door) },
    unexpected: '担当が違うと思うときは、施設の企画管理者に相談してください。',
    why: late
      ? '期限を過ぎたため、1回だけお送りしました。仕事のお知らせは「自分のアカウント」で止められます。'
      : '期限の1週間前になったため、お送りしました。仕事のお知らせは「自分のアカウント」で止められます。',
  };
}
