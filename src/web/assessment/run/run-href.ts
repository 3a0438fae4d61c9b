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
