import { japaneseMoment } from '../../kernel/fiscal-year.ts';
import { askedParts, askedPartTitles, missingWords } from './asked-part.ts';
import { earlierNote, yearNote } from './inspection.ts';
import type { InspectionInput } from './inspection-document.ts';

/** The page that lies on top of the archive for an inspection, as plain text with a mark for Windows. */
export function inspectionReadme({ inspection, by, now }: InspectionInput): string {
  const { facility, files, regulations, fiscalYear, checklist, askedAt } = inspection;
  const filesOf = (part: (typeof files)[number]['part']) => files.filter((file) => file.part === part).length;
  const missing = askedParts.filter((part) => filesOf(part) === 0);
  const note = yearNote(checklist.fiscalYear, fiscalYear);
  const year = earlierNote(inspection) ?? (note && `チェックリストは${note}`);
  const lines = [
    'まもり　立入検査の一式',
    '',
    facility,
    `${japaneseMoment(now)}に、${by}さんが受け取りました。この時点の記録です。`,
    '',
    '■ 入っているもの',
    '・立入検査の説明資料.pdf',
    '　　チェックリスト（様式の順）、まだ「はい」でない項目と目標日、事業者が記入した様式、使っている規程・方針の一覧、連絡体制図と最後に行った訓練、証跡の一覧、担当する人',
    ...(year === null ? [] : [`　　${year}`]),
    `・規程・方針/　　${regulations.filter(({ hasText }) => hasText).length}件の本文（PDF）。ファイルだけの文書は「証跡」にあります。`,
    '・証跡の一覧.csv',
    '　　どのファイルが、どの項目・条項の証跡か',
    ...askedParts.map((part) => `・${askedPartTitles[part]}/　　${filesOf(part)}件のファイル`),
    `・証跡/　　ほかの${filesOf(null)}件のファイル`,
    '',
    '■ 入っていないもの',
    ...missing.map((part) => `・${askedPartTitles[part]}のファイル：${missingWords(part, askedAt[part])}`),
    '・取り組みのファイルと、チェックリストに関わらない設問の証跡：「記録の持ち出し」に入っています。',
    '',
    '■ 取り扱い',
    '施設の弱い所と、職員の氏名が入っています。見てよい人だけが開ける場所に置いてください。',
    '',
  ];
  return `\ufeff${lines.join('\n').replaceAll('\n', '\r\n')}`;
}
