import { isChecklist } from '#core/sheet/checklist.ts';

type RunPath = { readonly facilityId: string; readonly runId: string };

export function runsHref(facilityId: string): string {
  return `/facilities/${facilityId}/runs`;
}

export function runHref({ facilityId, runId }: RunPath): string {
  return `${runsHref(facilityId)}/${runId}`;
}

export function resultHref(path: RunPath): string {
  return `${runHref(path)}/result`;
}

/** Where what came of a run is looked at: a checklist has no result but its register, nor has the form of a vendor. */
export function outcomeHref(sheetId: string, path: RunPath): string {
  if (sheetId === 'checklist-vendor') return `/facilities/${path.facilityId}/compliance/vendor-forms`;
  return isChecklist(sheetId) ? `/facilities/${path.facilityId}/compliance` : resultHref(path);
}
