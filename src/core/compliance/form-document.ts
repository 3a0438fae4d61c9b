import { besideItem } from '../catalogue/beside-item.ts';
import { fiscalYearLabel, japaneseDate, japaneseDay } from '../kernel/fiscal-year.ts';
import { type Checklist, type ChecklistItem, countItems, type ItemState } from './checklist.ts';
import type { FormTally } from './vendor-form/form-tally.ts';

export type FormInput = {
  readonly checklist: Checklist;
  readonly facility: string;
  /** Of a vendor's form: whose it is and about which system. */
  readonly subject?: { readonly vendor: string; readonly system: string; readonly contact: string } | undefined;
  readonly now: Date;
};

/** A line of the printed form. */
export type FormLine = {
  readonly label: string;
  readonly text: string;
  /** What the form says beside the item: equipment, who fills it in, by which year. */
  readonly beside: string;
  /** Printed with 要確認. */
  readonly unsure: boolean;
  readonly yes: boolean;
  readonly no: boolean;
  /** Below the boxes: 分からない, 未回答, or why nothing is to be filled in. */
  readonly remark: string | null;
  /** What audits and drills established beside what was answered. */
  readonly established: readonly string[];
  readonly confirmed: string | null;
  readonly target: string | null;
  readonly by: string | null;
};

/** What a form is beside the ministry's own, as a sentence. */
export const noticeSentence = (notice: string): string => `${notice.replace(/です。?$/, '')}です。`;

/** 「令和8年度版」 of R8; of a version that puts it right also its own name: 「令和8年度版（R8.1）」. */
export const versionYear = (version: string): string =>
  version.replace(
    /^R(\d+)(\..*)?$/,
    (whole, year, more) => `令和${year}年度版${more === undefined ? '' : `（${whole}）`}`,
  );

const dayOf = (day: string | null) => (day === null ? null : japaneseDay(day));

const remarks: Readonly<Partial<Record<ItemState, string>>> = {
  unknown: '分からないため、いいえとしています',
  open: '未回答',
};

function lineOf({ state, reason, ...item }: ChecklistItem): FormLine {
  const { label, text, doubt, confirmedOn, targetOn, confirmedBy, established } = item;
  return {
    label,
    text,
    beside: besideItem(item),
    unsure: doubt !== null,
    yes: state === 'yes',
    no: state === 'no' || state === 'unknown',
    remark: remarks[state] ?? reason,
    established,
    confirmed: dayOf(confirmedOn),
    target: dayOf(targetOn),
    by: confirmedBy,
  };
}

function standing({ run }: Checklist): string {
  if (!run) return 'まだ始めていません';
  if (run.submittedAt === null) return '記入の途中（提出していません）';
  return `${japaneseDate(run.submittedAt)}に提出${run.submittedBy === null ? '' : `（${run.submittedBy}）`}`;
}

/** 「2 医療情報システムの管理・運用」: numbered as its items are; the gate has no number. */
export function sectionTitle(section: {
  readonly title: string;
  readonly items: readonly Pick<ChecklistItem, 'label'>[];
}): string {
  const { title, items } = section;
  const number = /^\d+/.exec(items[0]?.label ?? '')?.[0];
  return number === undefined ? title : `${number} ${title}`;
}

/** What the forms of vendors come to, in words: who has not answered is told apart from いいえ. */
export function vendorWords({ withoutVendor, systems, answered, unanswered, no }: FormTally): string {
  if (withoutVendor) return '契約している事業者は無く、事業者の様式は要りません';
  if (systems === 0) return 'システムの一覧は、まだありません';
  return `${systems}システム（回答済み ${answered}・事業者が未回答 ${unanswered}）、いいえ ${no}項目`;
}

type Row = { readonly title: string; readonly words: string };

function rowsAbout({ subject, checklist: { vendors } }: FormInput): readonly Row[] {
  if (subject) {
    return [
      { title: '事業者', words: `${subject.vendor}（${subject.contact}）` },
      { title: 'システム', words: subject.system },
    ];
  }
  return vendors ? [{ title: '事業者確認用', words: vendorWords(vendors) }] : [];
}

/** What nobody could check of a form, each once with the numbers of its items, as they are printed below it. */
export function doubtsOf({ form, sections }: Pick<Checklist, 'form' | 'sections'>): readonly string[] {
  const doubted = sections.flatMap(({ items }) => items).filter(({ doubt }) => doubt !== null);
  const byDoubt = Map.groupBy(doubted, ({ doubt }) => doubt ?? '');
  return [
    ...(form.unverified === null ? [] : [`要確認：${form.unverified}`]),
    ...[...byDoubt].map(([doubt, items]) => `要確認（${items.map(({ label }) => label).join('、')}）：${doubt}`),
  ];
}

/** The form as it is printed for an inspection (立入検査): sections and items in its order, boxes and days. */
export function formDocument(input: FormInput) {
  const { checklist, facility, now } = input;
  const { form, fiscalYear, sections } = checklist;
  const { yes, no, open } = countItems(sections.flatMap(({ items }) => items));
  const year = fiscalYearLabel(fiscalYear);
  return {
    title: form.title,
    facility,
    fiscalYear: year,
    sheet: { title: form.title, version: form.version, notice: form.notice },
    dateLine: `${japaneseDate(now)}に印刷`,
    standing: standing(checklist),
    counts: `はい ${yes}・いいえ ${no}・未回答 ${open}`,
    about: rowsAbout(input),
    sections: sections.map((section) => ({ title: sectionTitle(section), lines: section.items.map(lineOf) })),
    cautions: [
      ...doubtsOf(checklist),
      `${noticeSentence(form.notice)}国が配る様式そのものではありません。`,
      `${versionYear(form.version)}の項目に、${year}の状況を記入しています。`,
      '「いいえ」の目標日は、「はい」にする日です。',
    ],
  };
}
