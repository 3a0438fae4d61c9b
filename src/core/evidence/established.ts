import { z } from 'zod';
import { answerLabel } from '../catalogue/answer-label.ts';
import { type AnswerValue, answerValueSchema, type Scale } from '../catalogue/sheet.ts';
import { daysOfFiscalYear, japaneseDay } from '../kernel/fiscal-year.ts';

/** By what the value of an item was established, beside what the facility claims: an audit, or a drill that was run. */
export const establishedKindSchema = z.enum(['audited', 'exercised']);
export type EstablishedKind = z.infer<typeof establishedKindSchema>;

export const establishedTitles: Readonly<Record<EstablishedKind, string>> = { audited: '監査', exercised: '訓練' };

/** What stands at an item by facts, and what the facility claimed at that time. */
export const establishedSchema = z.object({
  itemId: z.string(),
  kind: establishedKindSchema,
  value: answerValueSchema,
  claimed: answerValueSchema.nullable(),
  /** The audit or the drill that established it. */
  sourceId: z.uuid(),
  /** The day it was, in Japan. */
  on: z.iso.date(),
});
export type Established = z.infer<typeof establishedSchema>;

/** A value an audit or a drill established, in words, and the day it did: 「1 一部だけ」, 「令和8年11月5日」. */
export type EstablishedWords = { readonly answer: string; readonly day: string };

/** What was established of one item; null by what nothing was. */
export type EstablishedBeside = { readonly [Kind in EstablishedKind]: EstablishedWords | null };

/** The values established of one item, in the words of its scale. */
export function establishedBeside(values: readonly Established[], scale: Scale): EstablishedBeside {
  const words = (kind: EstablishedKind) => {
    const found = values.find((one) => one.kind === kind);
    return found ? { answer: answerLabel(found.value, scale), day: japaneseDay(found.on) } : null;
  };
  return { audited: words('audited'), exercised: words('exercised') };
}

/** What was established of an item, as it stands below its answer: 「監査では 1 一部だけ（令和8年11月5日）」. */
export const establishedLines = ({ audited, exercised }: EstablishedBeside): readonly string[] => [
  ...(audited ? [`${establishedTitles.audited}では ${audited.answer}（${audited.day}）`] : []),
  ...(exercised ? [`${establishedTitles.exercised}では ${exercised.answer}（${exercised.day}）`] : []),
];

/**
 * What was established in a fiscal year or later, of any year where none is named: the later after the earlier, which it replaces, and
 * of one day the audit after the drill.
 */
export function establishedSince<Fact extends Pick<Established, 'kind' | 'on'>>(
  established: readonly Fact[],
  fiscalYear: number | undefined,
): readonly Fact[] {
  const since = fiscalYear === undefined ? '' : daysOfFiscalYear(fiscalYear).first;
  const recent = established.filter(({ on }) => on >= since);
  return recent.toSorted((a, b) => a.on.localeCompare(b.on) || b.kind.localeCompare(a.kind));
}

/** How high a value stands on its scale: its points, or はい above いいえ and 「分からない」; undefined where it does not count. */
function heightOf(scale: Scale, value: AnswerValue | null | undefined): number | undefined {
  if (scale.id === 'yes-no') return value === 'yes' ? 1 : value === 'no' || value === 'unknown' ? 0 : undefined;
  return scale.values.find((choice) => choice.value === value)?.points;
}

/**
 * What stands below its claim, by item: the newest value an audit or a drill established in a fiscal year or later, where the claim
 * counts and is higher. A facility has to go by these.
 */
export function belowClaims(
  established: readonly Established[],
  claims: ReadonlyMap<string, { readonly value: AnswerValue | null }>,
  { scale, fiscalYear }: { readonly scale: Scale; readonly fiscalYear: number | undefined },
): ReadonlyMap<string, AnswerValue> {
  const newest = new Map(establishedSince(established, fiscalYear).map(({ itemId, value }) => [itemId, value]));
  const isBelow = ([itemId, value]: readonly [string, AnswerValue]) =>
    (heightOf(scale, value) ?? Infinity) < (heightOf(scale, claims.get(itemId)?.value) ?? 0);
  return new Map([...newest].filter(isBelow));
}
