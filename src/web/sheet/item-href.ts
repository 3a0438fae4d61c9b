import type { Sheet } from '#core/catalogue/sheet.ts';
import type { RunPath } from './queries.ts';
import type { RunSearch } from './run-search.ts';
import { partsOf } from './sheet-part.ts';

/** Address of a part of a run, or of one item in it. */
export function partHref({ facilityId, runId }: RunPath, { area, show }: RunSearch, item?: string): string {
  const search = new URLSearchParams({ ...(area !== undefined && { area: String(area) }), ...(show && { show }) });
  return `/facilities/${facilityId}/runs/${runId}?${search}${item ? `#${item}` : ''}`;
}

/** Address of one item of a run. */
export function itemHref(path: RunPath, sheet: Sheet, item: string): string {
  const part = partsOf(sheet).find(({ items }) => items.some(({ id }) => id === item));
  return partHref(path, part ? { area: part.id } : {}, item);
}
