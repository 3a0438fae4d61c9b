import type { Letter } from '../../kernel/letter.ts';

/** Tells an executive that something was asked to be decided; not what, since letters are read elsewhere too. */
export function decisionAskedLetter(of: {
  readonly facility: string;
  readonly facilityId: string;
  readonly name: string;
  readonly by: string;
}): Letter {
  const { facility, facilityId, name, by } = of;
  return {
    subject: `${facility}で、決めてほしいことが加わりました`,
    name,
    place: facility,
    paragraphs: [
      `${by}さんが、経営者に決めてほしいことを1件加えました。`,
      '下のリンクから開くと、費用・効果・決めないとどうなるかを見て、決める、先に延ばす、見送るのどれかを選べます。',
    ],
    link: { words: '経営者が決めることを開く', path: `/facilities/${facilityId}/decisions` },
    unexpected: `心あたりがないときは、${by}さんに確かめてください。`,
    why: 'この施設の経営層として、お送りしました。仕事のお知らせは「自分のアカウント」で止められます。',
  };
}
