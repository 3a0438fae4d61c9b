import type { Item, Scale } from '../catalogue/sheet.ts';
import type { Fault } from '../kernel/contract.ts';
import { type Change, type CurrentAnswer, decideAnswer, neverAnswered } from './answer-change.ts';
import type { FileAnswers } from './answer-file.ts';
import { type AnswerMarks, marksOf, sameMarks } from './answer-marks.ts';
import { type AnswerDays, daysOf, isChecklist, needsTarget, noDays } from './checklist.ts';
import type { DayFrame } from './day-faults.ts';
import type { RunPurpose } from './run-purpose.ts';

/** Where an answer stands in the file it came from: sheet (workbook only), row from 1, titles of its columns by field. */
export type OfferPlace = {
  readonly sheet?: string;
  readonly row: number;
  readonly columns: Readonly<Record<string, string>>;
};

/** An answer from a file or an earlier run; revision 0 offers it only where nothing was answered yet. */
export type OfferedAnswer = Change & { readonly itemId: string; readonly place?: OfferPlace };

/** The answers of a file as an offer, each with its place for whatever turns out to be wrong with it. */
export function offerOf({ answers, columns: found, sheet }: FileAnswers): readonly OfferedAnswer[] {
  const { item, value, note, revision = item, confirmedOn = value, targetOn = value, conclusion = value } = found;
  const columns = {
    item: item.title,
    value: value.title,
    note: note.title,
    revision: revision.title,
    confirmedOn: confirmedOn.title,
    targetOn: targetOn.title,
    conclusion: conclusion.title,
  };
  return answers.map((answer) => ({
    itemId: answer.item,
    value: answer.value,
    note: answer.note,
    ...marksOf(answer),
    revision: answer.revision ?? 0,
    place: { ...(sheet === undefined ? {} : { sheet }), row: answer.row, columns },
  }));
}

/** What becomes of offered answers: written with their next revision, left as they are, or for a person to choose. */
export type SortedOffer = {
  readonly writes: readonly OfferedAnswer[];
  readonly conflicts: readonly OfferedAnswer[];
  readonly faults: readonly Fault[];
  readonly unchanged: number;
};

const revisionBroken = (item: string): Fault => ({
  item,
  field: 'revision',
  code: 'revision-broken',
  message: '更新番号が書き変わっています。ファイルをもう一度受け取り直してください。',
});

const unknownItem = (item: string): Fault => ({
  item,
  field: 'item',
  code: 'unknown-item',
  message: `設問番号「${item}」は、この点検票にありません。番号を確かめてください。`,
});

/** Whether an item is offered as a fresh file has it, without an answer: that asks for nothing. */
export function isUntouched({ value, note, revision }: OfferedAnswer): boolean {
  return revision === 0 && value === null && note === '';
}

type Sorted =
  | { readonly write: OfferedAnswer }
  | { readonly conflict: OfferedAnswer }
  | { readonly fault: Fault }
  | 'unchanged';

/** A fault with the place in the file: its field tells the column. */
function placed({ field, ...fault }: Fault, place: OfferPlace | undefined): Fault {
  if (!place || field === undefined) return { ...fault, ...(field === undefined ? {} : { field }) };
  const { columns, ...at } = place;
  return { ...at, column: columns[field] ?? field, ...fault };
}

/**
 * The days of an offered answer. One that names none keeps those that stand where it says the same, and is confirmed today
 * where it says something new; a target nothing asks for is left out.
 */
function offeredDays(offer: OfferedAnswer, current: CurrentAnswer | undefined, { sheet, today }: DayFrame): AnswerDays {
  if (!isChecklist(sheet.id) || offer.value === null) return noDays;
  const kept = daysOf(current?.value === offer.value ? current : noDays);
  const given = daysOf(offer);
  const target = needsTarget(sheet.gate, offer.itemId, offer.value) ? (given.targetOn ?? kept.targetOn) : null;
  return { confirmedOn: given.confirmedOn ?? kept.confirmedOn ?? today, targetOn: target };
}

/** The marks of an offered answer: its days, and in an audit the conclusion it names or else the one that stands. */
function offeredMarks(offer: OfferedAnswer, current: CurrentAnswer | undefined, frame: OfferFrame): AnswerMarks {
  const concluded = frame.purpose === 'audit' && offer.value !== null;
  const conclusion = offer.conclusion ?? (concluded ? (current?.conclusion ?? null) : null);
  return { ...offeredDays(offer, current, frame.days), conclusion };
}

/** The run that answers are offered to, and its sheet. */
export type OfferFrame = { readonly purpose: RunPurpose; readonly scale: Scale; readonly days: DayFrame };

function sortOne(
  frame: OfferFrame,
  item: Item | undefined,
  current: CurrentAnswer | undefined,
  offered: OfferedAnswer,
): Sorted {
  if (!item) return { fault: placed(unknownItem(offered.itemId), offered.place) };
  const offer = { ...offered, ...offeredMarks(offered, current, frame) };
  const { value, note } = offer;
  const isSame =
    value === (current?.value ?? null) && note === (current?.note ?? '') && sameMarks(offer, current ?? {});
  if (isSame || isUntouched(offer)) return 'unchanged';
  const decision = decideAnswer({ status: 'open', ...frame }, item, current ?? neverAnswered, offer);
  if (decision.kind === 'write') return { write: { ...offer, revision: decision.revision } };
  if (decision.kind === 'not-valid') return { fault: placed(decision.fault, offer.place) };
  return current ? { conflict: offer } : { fault: placed(revisionBroken(item.id), offer.place) };
}

/**
 * Sorts answers offered to an open run. One that says what stands already, or that nobody touched in the file, changes
 * and confirms nothing; one based on an older revision is a conflict; with any fault nothing may be written.
 */
export function sortOffer(
  frame: OfferFrame,
  items: ReadonlyMap<string, Item>,
  current: ReadonlyMap<string, CurrentAnswer>,
  offered: readonly OfferedAnswer[],
): SortedOffer {
  const sorted = offered.map((offer) => sortOne(frame, items.get(offer.itemId), current.get(offer.itemId), offer));
  const each = sorted.filter((one) => one !== 'unchanged');
  return {
    writes: each.flatMap((one) => ('write' in one ? [one.write] : [])),
    conflicts: each.flatMap((one) => ('conflict' in one ? [one.conflict] : [])),
    faults: each.flatMap((one) => ('fault' in one ? [one.fault] : [])),
    unchanged: sorted.length - each.length,
  };
}
