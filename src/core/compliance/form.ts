import type { FacilityType } from '../organisation/facility.ts';
import type { BeginnableSheet } from '../sheet/run.ts';

/** The forms of the checklist a facility fills in itself. */
export const ownForms = ['checklist-institution', 'checklist-pharmacy'] as const satisfies readonly BeginnableSheet[];
export type OwnForm = (typeof ownForms)[number];

/** The form of a facility: pharmacies have one of their own (checklist manual R7, p.3), everyone else the institution's. */
export const formOf = (type: FacilityType): OwnForm =>
  type === 'pharmacy' ? 'checklist-pharmacy' : 'checklist-institution';

/** Of the runs of a year the one that stands for the facility: of its own form where there is one, else the other form's. */
export function formRun<Run extends { readonly sheetId: string }>(
  runs: readonly Run[],
  form: OwnForm,
): Run | undefined {
  return (
    runs.find(({ sheetId }) => sheetId === form) ?? runs.find(({ sheetId }) => ownForms.some((own) => own === sheetId))
  );
}
