import { roleTitles } from '../../identity/role.ts';
import { dayInJapan, fiscalYearLabel, japaneseDay, japaneseMoment } from '../../kernel/fiscal-year.ts';
import { openItems } from '../checklist.ts';
import { doubtsOf, type FormInput, formDocument } from '../form-document.ts';
import { regulationKindTitles } from '../regulation/regulation.ts';
import { standingTitles } from '../vendor-form/form-standing.ts';
import {
  type InspectedForm,
  type InspectedRegulation,
  type Inspection,
  type ProvingFile,
  yearNote,
} from './inspection.ts';

/** More would make a booklet nobody reads; the archive lists all. */
const mostFiles = 300;

/** What Mamori does not keep yet, said where an inspection looks for it. */
export const notKept = [
  '連絡体制図：まもりではまだ作れません。別に作ったものを添えてください。チェックリストの「連絡体制図」の項目に証跡として加えてあれば、証跡の一覧にあります。',
  '最後に行った訓練：まもりではまだ記録していません。訓練の記録（日付・参加した人・分かったこと・直したこと）を添えてください。',
];

const fileLine = ({ proves, at, name, addedBy, addedAt }: ProvingFile) => ({
  proves: proves.join('、'),
  at,
  name,
  by: addedBy.name,
  day: japaneseDay(dayInJapan(addedAt)),
});

export type InspectionInput = {
  readonly inspection: Inspection;
  /** The forms of vendors, as each is printed. */
  readonly forms: readonly Omit<FormInput, 'facility' | 'now'>[];
  readonly by: string;
  readonly now: Date;
};

const vendorLine = ({ vendor, system, standing, form }: InspectedForm) => ({
  vendor,
  system,
  standing: standingTitles[standing],
  year: form && fiscalYearLabel(form.fiscalYear),
  answered: form === null ? '－' : `${form.answered} / ${form.items}問`,
  no: form === null ? '－' : `${form.no}項目`,
});

const regulationLine = ({ title, kind, number, validOn, approvedBy, approvedAt, hasText }: InspectedRegulation) => ({
  title,
  kind: regulationKindTitles[kind],
  version: `第${number}版`,
  validOn: `${japaneseDay(validOn)}から`,
  approval: `${japaneseDay(dayInJapan(approvedAt))}　${approvedBy}`,
  place: hasText ? '一式（ZIP）の「規程・方針」' : '証跡のファイル',
});

/** What is laid before an inspection, printed: the form, what is open, those of vendors, the documents in force, the evidence, who is in charge, what is not kept here. */
export function inspectionDocument({ inspection, forms, by, now }: InspectionInput) {
  const { facility, fiscalYear, checklist, files, inCharge } = inspection;
  const form = formDocument({ checklist, facility, now });
  return {
    ...form,
    title: '立入検査の説明資料',
    formTitle: form.title,
    dateLine: `${japaneseMoment(now)}に、${by}が作成`,
    inCharge: inCharge.map(({ role, people }) => ({ role: roleTitles[role], people })),
    open: openItems(checklist.sections).map(({ label, text, doubt, targetOn, late }) => ({
      label,
      text,
      unsure: doubt !== null,
      target: targetOn === null ? null : japaneseDay(targetOn),
      late,
    })),
    files: files.slice(0, mostFiles).map(fileLine),
    moreFiles: Math.max(0, files.length - mostFiles),
    notKept,
    yearNote: yearNote(checklist.fiscalYear, fiscalYear),
    vendors: inspection.vendorForms.map(vendorLine),
    regulations: inspection.regulations.map(regulationLine),
    forms: forms.map((input) => {
      const { title, about, standing, counts, sections, fiscalYear: year } = formDocument({ ...input, facility, now });
      return { title, about, standing, counts, sections, year, doubts: [...doubtsOf(input.checklist)] };
    }),
  };
}
