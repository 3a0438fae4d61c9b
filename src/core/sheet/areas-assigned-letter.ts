import { fiscalYearLabel } from '../kernel/fiscal-year.ts';
import type { Letter } from '../kernel/letter.ts';

/** Tells a person that areas of a run were handed over, with their number and no word of what was answered. */
export function areasAssignedLetter(of: {
  readonly facility: string;
  readonly facilityId: string;
  readonly runId: string;
  readonly sheetTitle: string;
  readonly fiscalYear: number;
  readonly name: string;
  readonly areas: number;
}): Letter {
  const { facility, facilityId, runId, sheetTitle, fiscalYear, name, areas } = of;
  return {
    subject: `${facility}の点検で、${areas}つの分野の担当になりました`,
    name,
    place: facility,
    paragraphs: [
      `${fiscalYearLabel(fiscalYear)}の「${sheetTitle}」で、あなたは今、${areas}つの分野の担当です。`,
      '下のリンクから開いて、担当の分野に答えてください。途中でやめても、答えた所までは残ります。',
    ],
    link: { words: '点検を開く', path: `/facilities/${facilityId}/runs/${runId}` },
    unexpected: '担当が違うと思うときは、施設の企画管理者に相談してください。',
    why: 'ほかの職員があなたを担当にしたため、お送りしました。仕事のお知らせは「自分のアカウント」で止められます。',
  };
}
