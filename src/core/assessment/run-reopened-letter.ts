import { fiscalYearLabel } from '../kernel/fiscal-year.ts';
import type { Letter } from '../kernel/letter.ts';

/** Tells whoever submitted a run that its submission was taken back; neither why nor what was answered. */
export function runReopenedLetter(of: {
  readonly facility: string;
  readonly facilityId: string;
  readonly runId: string;
  readonly sheetTitle: string;
  readonly fiscalYear: number;
  readonly name: string;
  readonly by: string;
}): Letter {
  const { facility, facilityId, runId, sheetTitle, fiscalYear, name, by } = of;
  return {
    subject: `${facility}の点検の提出が、取り消されました`,
    name,
    place: facility,
    paragraphs: [
      `あなたが提出した${fiscalYearLabel(fiscalYear)}の「${sheetTitle}」の提出を、${by}さんが取り消しました。回答を直せます。`,
      '直したら、もう一度提出してください。それまで、同規模の比べには数えられません。',
    ],
    link: { words: '点検を開く', path: `/facilities/${facilityId}/runs/${runId}` },
    unexpected: `理由は、${by}さんに確かめてください。`,
    why: 'この点検を提出した人として、お送りしました。仕事のお知らせは「自分のアカウント」で止められます。',
  };
}
