import { roleTitles } from '../../identity/role.ts';
import { dayInJapan, fiscalYearLabel, japaneseDay, japaneseMoment } from '../../kernel/fiscal-year.ts';
import { openItems } from '../checklist.ts';
import { clauseStepTitles } from '../clause/clause-cycle.ts';
import { doubtsOf, type FormInput, formDocument } from '../form-document.ts';
import { regulationKindTitles } from '../regulation/regulation.ts';
import { standingTitles } from '../vendor-form/form-standing.ts';
import { type AskedPart, type DrillStep, missingWords } from './asked-part.ts';
import {
  earlierNote,
  type InspectedForm,
  type InspectedRegulation,
  type Inspection,
  type ProvingFile,
  yearNote,
} from './inspection.ts';

/** More would make a booklet nobody reads; the archive lists all. */
const mostFiles = 300;

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

/** The files of what is asked for by name, and what is said where there is none. */
function askedPart({ files, askedAt, drill }: Inspection, part: AskedPart) {
  const own = files
    .filter((file) => file.part === part)
    .map(({ name, proves }) => ({ name, proves: proves.join('、') }));
  const isThere = own.length > 0 || (part === 'drill' && drill.length > 0);
  return { files: own, missing: isThere ? null : missingWords(part, askedAt[part]) };
}

const drillLine = ({ step, note, doneBy, doneAt }: DrillStep) => ({
  step: clauseStepTitles[step],
  day: japaneseDay(dayInJapan(doneAt)),
  by: doneBy.name,
  note,
});

/** What is laid before an inspection, printed: the form, what is open, those of vendors, the documents in force, contact tree and last drill, the evidence, who is in charge. */
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
    contactTree: askedPart(inspection, 'contact-tree'),
    drill: { ...askedPart(inspection, 'drill'), steps: inspection.drill.map(drillLine) },
    yearNote: earlierNote(inspection) ?? yearNote(checklist.fiscalYear, fiscalYear),
    vendors: inspection.vendorForms.map(vendorLine),
    regulations: inspection.regulations.map(regulationLine),
    forms: forms.map((input) => {
      const { title, about, standing, counts, sections, fiscalYear: year } = formDocument({ ...input, facility, now });
      return { title, about, standing, counts, sections, year, doubts: [...doubtsOf(input.checklist)] };
    }),
  };
}
