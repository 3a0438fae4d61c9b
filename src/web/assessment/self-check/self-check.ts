import type { AnswerValue, SheetId } from '#core/catalogue/sheet.ts';

export const kinds = ['clinic', 'pharmacy', 'care-facility'] as const;
export type Kind = (typeof kinds)[number];

export const kindTitles: Readonly<Record<Kind, string>> = {
  clinic: '診療所',
  pharmacy: '薬局',
  'care-facility': '介護施設',
};

/** The sheets a self-check is made of: the questions and the network flow. */
export type CheckedSheetId = Extract<SheetId, 'small-facility' | 'network-level'>;

export type SelfAnswer = { readonly value: AnswerValue; readonly note?: string };
export type SheetAnswers = { readonly version: string; readonly answers: Readonly<Record<string, SelfAnswer>> };

/** A self-check without an account, as it lives in the tab and in the file people keep. */
export type SelfCheck = {
  readonly kind: Kind;
  readonly sheets: Readonly<Partial<Record<CheckedSheetId, SheetAnswers>>>;
};

export const reasonMissing = '理由がまだのため、未回答として数えています。';

/** 「対象外」 counts once its reason is written. */
export function isComplete(answer: SelfAnswer | undefined): answer is SelfAnswer {
  if (!answer) return false;
  return answer.value !== 'not-applicable' || (answer.note ?? '').trim() !== '';
}

type Version = { readonly id: CheckedSheetId; readonly version: string };

/** Everything answered in this version of a sheet; answers to another version do not count for it. */
export function givenAnswers(check: SelfCheck, { id, version }: Version): Readonly<Record<string, SelfAnswer>> {
  const given = check.sheets[id];
  return given?.version === version ? given.answers : {};
}

/** What the rules of scoring take: complete answers by item. */
export function answersOf(check: SelfCheck, sheet: Version): ReadonlyMap<string, SelfAnswer> {
  return new Map(Object.entries(givenAnswers(check, sheet)).filter(([, answer]) => isComplete(answer)));
}

/** How many questions of a sheet have a complete answer. */
export function countOf(check: SelfCheck, id: CheckedSheetId): number {
  return Object.values(check.sheets[id]?.answers ?? {}).filter(isComplete).length;
}

/** The check with one item answered in this version of the sheet. */
export function withAnswer(check: SelfCheck, sheet: Version, item: string, answer: SelfAnswer): SelfCheck {
  const answers = { ...givenAnswers(check, sheet), [item]: answer };
  return { ...check, sheets: { ...check.sheets, [sheet.id]: { version: sheet.version, answers } } };
}
