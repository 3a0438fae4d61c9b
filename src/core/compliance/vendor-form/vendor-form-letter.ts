import { japaneseMoment } from '../../kernel/fiscal-year.ts';
import type { Letter } from '../../kernel/letter.ts';

/** Asks a vendor's contact to answer the form of one system through a link. `by` names who asks. */
export function vendorFormLetter(of: {
  readonly place: string;
  readonly contact: string;
  readonly vendor: string;
  readonly system: string;
  readonly by: string;
  readonly path: string;
  readonly expiresAt: Date;
}): Letter {
  const { place, contact, vendor, system, by, path, expiresAt } = of;
  return {
    subject: `${place}から、チェックリスト（事業者確認用）の記入のお願いです`,
    name: `${vendor}　${contact}`,
    place,
    paragraphs: [
      `${place}の${by}さんから、「${system}」についての「サイバーセキュリティ対策チェックリスト（事業者確認用）」の記入のお願いです。`,
      '下のリンクを開くと、登録もサインインもせずに、画面で「はい」「いいえ」を選んで答え、送れます。途中でやめても、同じリンクから続けられます。',
    ],
    link: {
      words: '様式に記入する',
      path,
      note: `${japaneseMoment(expiresAt)}まで使えます。このリンクを持つ人はだれでも記入できるため、社内の担当の方のほかには転送しないでください。`,
    },
    unexpected: `心当たりがないときは、リンクを開かずに、${place}に電話で確かめてください。`,
    why: `${place}が「${system}」の担当としてこのメールアドレスを入れたため、お送りしました。`,
  };
}
