import { type Criteria, type CriteriaEdit, criteriaFaults } from '#core/risk/criteria.ts';
import { movesOf } from '#core/risk/level.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { countOf, typed } from './typed-count.ts';

type LevelDraft = { readonly title: string; readonly meaning: string };
export type ImpactDraft = LevelDraft & {
  readonly hours: string;
  readonly patients: string;
  readonly leaked: string;
};

/** Criteria while they are typed: numbers as they are typed. */
export type CriteriaDraft = {
  readonly likelihood: readonly LevelDraft[];
  readonly impact: readonly ImpactDraft[];
  readonly attentionFrom: string;
  readonly urgentFrom: string;
};

export const draftOf = ({ likelihood, impact, attentionFrom, urgentFrom }: Criteria): CriteriaDraft => ({
  likelihood,
  impact: impact.map((level) => ({
    ...level,
    hours: typed(level.hours),
    patients: typed(level.patients),
    leaked: typed(level.leaked),
  })),
  attentionFrom: String(attentionFrom),
  urgentFrom: String(urgentFrom),
});

const empty = { title: '', meaning: '' };

/** The levels of an axis when there are to be so many: the words stand where the estimates made by them move to, so that none gets other words in silence. */
export const resized = <Level>(levels: readonly Level[], count: number, fresh: Level): readonly Level[] => {
  const moves = movesOf(levels.length, count);
  return Array.from({ length: count }, (_, place) => levels[moves.lastIndexOf(place + 1)] ?? fresh);
};

export const emptyLevel: LevelDraft = empty;
export const emptyImpact: ImpactDraft = { ...empty, hours: '', patients: '', leaked: '' };

const numberWords = '1以上の数字で入力してください。要らなければ空にします。';

function impactOf(levels: readonly ImpactDraft[]) {
  const faults: Record<string, string> = {};
  const read = levels.map((level, place) => {
    const numbers = { hours: countOf(level.hours), patients: countOf(level.patients), leaked: countOf(level.leaked) };
    for (const [key, value] of Object.entries(numbers)) {
      if (value === undefined || value === 0) faults[`impact.${place}.${key}`] = numberWords;
    }
    const { hours = null, patients = null, leaked = null } = numbers;
    return { title: level.title, meaning: level.meaning, hours, patients, leaked };
  });
  return { read, faults };
}

const unnamed = (axis: string, levels: readonly LevelDraft[]): FieldFaults =>
  Object.fromEntries(
    levels.flatMap(({ title }, place) =>
      title.trim() === '' ? [[`${axis}.${place}.title`, '段の名前を書いてください。']] : [],
    ),
  );

/** What was typed as the criteria to save, or what is missing or wrong. */
export function criteriaOf(
  draft: CriteriaDraft,
): { readonly criteria: CriteriaEdit } | { readonly faults: FieldFaults } {
  const { read, faults } = impactOf(draft.impact);
  const [attentionFrom, urgentFrom] = [countOf(draft.attentionFrom), countOf(draft.urgentFrom)];
  const boundary = '数字で入力してください。';
  const found: FieldFaults = {
    ...faults,
    ...unnamed('likelihood', draft.likelihood),
    ...unnamed('impact', draft.impact),
    ...(!attentionFrom && { attentionFrom: boundary }),
    ...(!urgentFrom && { urgentFrom: boundary }),
  };
  if (Object.keys(found).length > 0 || !attentionFrom || !urgentFrom) return { faults: found };
  const criteria = { likelihood: [...draft.likelihood], impact: read, attentionFrom, urgentFrom };
  const deeper = criteriaFaults(criteria);
  if (deeper.length === 0) return { criteria };
  return { faults: Object.fromEntries(deeper.map(({ field = '', message }) => [field, message])) };
}

/** Whether the words or numbers of the levels are other ones than those saved. */
export function saysOther(draft: CriteriaDraft, saved: Criteria): boolean {
  const before = draftOf(saved);
  return JSON.stringify([draft.likelihood, draft.impact]) !== JSON.stringify([before.likelihood, before.impact]);
}
