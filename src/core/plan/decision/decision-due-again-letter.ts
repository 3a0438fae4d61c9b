import type { Letter } from '../../kernel/letter.ts';

/** Tells an executive that the day has come to decide something anew; not what, since letters are read elsewhere too. */
export function decisionDueAgainLetter(of: {
  readonly facility: string;
  readonly facilityId: string;
  readonly name: string;
}): Letter {
  const { facility, facilityId, name } = of;
  return {
    subject: `${facility}で、もう一度決める日が来たことがあります`,
    name,
    place: facility,
    paragraphs: [
      '先に延ばした決定か、リスクを受け入れる期限の日が来ました。もう一度決めてください。',
      '下のリンクから開くと、前に決めたことと、その理由も見られます。',
    ],
    link: { words: '経営者が決めることを開く', path: `/facilities/${facilityId}/decisions` },
    unexpected: '心あたりがないときは、この施設の企画管理者か安全管理責任者に確かめてください。',
    why: 'この施設の経営層として、お送りしました。仕事のお知らせは「自分のアカウント」で止められます。',
  };
}
