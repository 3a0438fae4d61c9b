import type { TreatmentEdit } from '#core/risk/treatment.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import type { ShownTreatment, TreatmentChoices } from './calls.ts';

/** A treatment while it is typed; a day that is not chosen is empty. */
export type TreatmentDraft = Omit<TreatmentEdit, 'dueOn' | 'doneOn'> & {
  readonly dueOn: string;
  readonly doneOn: string;
};

const empty: TreatmentDraft = {
  option: 'reduce',
  what: '',
  reason: '',
  ownerId: null,
  dueOn: '',
  doneOn: '',
  kind: null,
  lineId: null,
  measureId: null,
  taskId: null,
};

export function draftOf(treatment: ShownTreatment | undefined): TreatmentDraft {
  if (!treatment) return empty;
  const { option, what, reason, kind, lineId, measureId, owner, task, dueOn, doneOn } = treatment;
  return {
    option,
    what,
    reason,
    kind,
    lineId,
    measureId,
    ownerId: owner?.id ?? null,
    taskId: task?.id ?? null,
    dueOn: dueOn ?? '',
    doneOn: doneOn ?? '',
  };
}

/** What a measure that is chosen says of the treatment: what is done, where it works, whether it prevents or detects. */
export function withMeasure(
  draft: TreatmentDraft,
  measure: TreatmentChoices['measures'][number] | undefined,
): TreatmentDraft {
  if (!measure) return { ...draft, measureId: null };
  const { measureId, text, lineId, kind } = measure;
  return { ...draft, measureId, what: text.slice(0, 200), lineId, kind };
}

/** What was typed as the treatment to save, or what is missing. */
export function treatmentOf(
  draft: TreatmentDraft,
): { readonly treatment: TreatmentEdit } | { readonly faults: FieldFaults } {
  if (draft.what.trim() === '') return { faults: { what: '何をするかを書いてください。' } };
  return { treatment: { ...draft, dueOn: draft.dueOn || null, doneOn: draft.doneOn || null } };
}

type Measures = TreatmentChoices['measures'];

/** The measures to choose from: those of the suggestion a risk was taken from; of a risk somebody has thought of each there is, once. */
export const measuresFor = (suggestionId: string | null, measures: Measures): Measures =>
  suggestionId === null
    ? [...new Map(measures.map((one) => [one.measureId, one])).values()].toSorted((one, other) =>
        one.measureId < other.measureId ? -1 : 1,
      )
    : measures.filter((one) => one.suggestionId === suggestionId);
