import { z } from 'zod';
import { doubtOf } from '../catalogue/doubt.ts';
import { type Item, type Sheet, sheetIdSchema } from '../catalogue/sheet.ts';
import { type AnswerDays, needsTarget } from '../sheet/checklist.ts';
import { runStatusSchema } from '../sheet/run.ts';
import { setAsideItems, setAsideWords } from '../sheet/set-aside.ts';
import { formTallySchema } from './vendor-form/form-tally.ts';

/** How an item of the checklist stands: `open` is not answered, or carried over and not confirmed; `aside` need not be. */
export const itemStateSchema = z.enum(['yes', 'no', 'unknown', 'open', 'aside']);
export type ItemState = z.infer<typeof itemStateSchema>;

export const checklistItemSchema = z.object({
  id: z.string(),
  label: z.string(),
  text: z.string(),
  /** Who fills it in, as the form names the role. */
  respondent: z.string().nullable(),
  /** Which equipment it is about, and by which year it is to be はい, where the form says so. */
  equipment: z.string().nullable(),
  target: z.string().nullable(),
  /** What of it nobody could check, to stand after 要確認. */
  doubt: z.string().nullable(),
  state: itemStateSchema,
  /** Why it need not be filled in. */
  reason: z.string().nullable(),
  confirmedOn: z.iso.date().nullable(),
  targetOn: z.iso.date().nullable(),
  /** Who answered it last. */
  confirmedBy: z.string().nullable(),
  /** What audits and drills established of the questions it rests on, beside what was answered there. */
  established: z.array(z.string()),
  /** Asks for a target and has none. */
  lacksTarget: z.boolean(),
  /** The target has passed and it is not はい yet. */
  late: z.boolean(),
});
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

export const checklistSectionSchema = z.object({
  areaId: z.string(),
  title: z.string(),
  items: z.array(checklistItemSchema),
});
export type ChecklistSection = z.infer<typeof checklistSectionSchema>;

export const checklistSchema = z.object({
  fiscalYear: z.number().int(),
  form: z.object({
    sheetId: sheetIdSchema,
    version: z.string(),
    title: z.string(),
    notice: z.string(),
    /** What of the form as a whole nobody could check. */
    unverified: z.string().nullable(),
  }),
  /** This year's run of the form; null where it was not begun. */
  run: z
    .object({
      id: z.uuid(),
      status: runStatusSchema,
      submittedAt: z.date().nullable(),
      submittedBy: z.string().nullable(),
    })
    .nullable(),
  sections: z.array(checklistSectionSchema),
  /** What vendors answered this year; null on the form of a vendor. */
  vendors: formTallySchema.nullable(),
});
export type Checklist = z.infer<typeof checklistSchema>;

/** An answer as it stands in the run of a checklist. */
export type ChecklistAnswer = AnswerDays & {
  readonly value: string | null;
  readonly toConfirm: boolean;
  readonly answeredBy?: { readonly name: string };
};

export type ChecklistInput = {
  readonly sheet: Sheet;
  readonly answers: ReadonlyMap<string, ChecklistAnswer>;
  readonly withoutVendor: boolean;
  /** Today in Japan: 「2026-11-27」. */
  readonly today: string;
  /** What was established of the questions an item rests on; nothing where it is not asked for. */
  readonly establishedAt?: (item: Item) => readonly string[];
};

const stateOf = (answer: ChecklistAnswer | undefined): ItemState => {
  if (!answer || answer.toConfirm) return 'open';
  return answer.value === 'yes' || answer.value === 'no' || answer.value === 'unknown' ? answer.value : 'open';
};

/** The checklist of a facility section by section, as its form prints it. */
export function checklistSections({
  sheet,
  answers,
  withoutVendor,
  today,
  establishedAt = () => [],
}: ChecklistInput): ChecklistSection[] {
  const aside = setAsideItems(sheet, (id) => answers.get(id)?.value ?? null, { withoutVendor });
  const asked = (item: Item): ChecklistItem => {
    const { id, label = id, text, respondent = null, equipment = null, target = null } = item;
    const reason = aside.get(id);
    const head = { id, label, text, respondent, equipment, target, doubt: doubtOf(item) };
    const answer = reason ? undefined : answers.get(id);
    const state = reason ? 'aside' : stateOf(answer);
    const { confirmedOn = null, targetOn = null } = answer ?? {};
    const asks = needsTarget(sheet.gate, id, state);
    return {
      ...head,
      state,
      reason: reason ? setAsideWords[reason] : null,
      confirmedOn,
      targetOn,
      confirmedBy: state === 'open' ? null : (answer?.answeredBy?.name ?? null),
      established: [...establishedAt(item)],
      lacksTarget: asks && targetOn === null,
      late: asks && targetOn !== null && targetOn < today,
    };
  };
  return sheet.areas.map(({ id, title, items }) => ({ areaId: id, title, items: items.map(asked) }));
}

/** How many items of a section stand where; what need not be filled in counts nowhere. 分からない counts as いいえ. */
export function countItems(items: readonly Pick<ChecklistItem, 'state'>[]) {
  const count = (...states: readonly ItemState[]) => items.filter(({ state }) => states.includes(state)).length;
  return { yes: count('yes'), no: count('no', 'unknown'), open: count('open'), aside: count('aside') };
}

/** What is not はい yet, by the day it is to be: late ones first, those without a day last. */
export function openItems(sections: readonly { readonly items: readonly ChecklistItem[] }[]): readonly ChecklistItem[] {
  const asked = sections
    .flatMap(({ items }) => items)
    .filter(({ lacksTarget, targetOn }) => lacksTarget || targetOn !== null);
  return asked.toSorted((a, b) => (a.targetOn ?? '9').localeCompare(b.targetOn ?? '9'));
}
