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

/** Where what came of a run is looked at: a checklist has no result but its register. */
export function outcomeHref(sheetId: string, path: RunPath): string {
  return isChecklist(sheetId) ? `/facilities/${path.facilityId}/compliance` : resultHref(path);
}
