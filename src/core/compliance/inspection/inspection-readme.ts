import { japaneseMoment } from '../../kernel/fiscal-year.ts';
import { type InspectionInput, notKept } from './inspection-document.ts';

/** The page that lies on top of the archive for an inspection, as plain text with a mark for Windows. */
export function inspectionReadme({ inspection: { facility, files }, by, now }: InspectionInput): string {
  const lines = [
    'まもり　立入検査の一式',
    '',
    facility,
    `${japaneseMoment(now)}に、${by}さんが受け取りました。この時点の記録です。`,
    '',
    '■ 入っているもの',
    '・立入検査の説明資料.pdf',
    '　　チェックリスト（様式の順）、まだ「はい」でない項目と目標日、証跡の一覧、担当する人',
    '・証跡の一覧.csv',
    '　　どのファイルが、どの項目・条項の証跡か',
    `・証跡/　　${files.length}件のファイル`,
    '',
    '■ 入っていないもの',
    ...notKept.map((line) => `・${line}`),
    '・取り組みのファイルと、チェックリストに関わらない設問の証跡：「記録の持ち出し」に入っています。',
    '',
    '■ 取り扱い',
    '施設の弱い所と、職員の氏名が入っています。見てよい人だけが開ける場所に置いてください。',
    '',
  ];
  return `\ufeff${lines.join('\n').replaceAll('\n', '\r\n')}`;
}
