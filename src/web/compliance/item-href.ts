import { partHref } from '#web/sheet/index.ts';
import type { ChecklistView } from './calls.ts';

type RunPath = { readonly facilityId: string; readonly runId: string };

/** Where an item of the checklist is answered. */
export function itemHref(path: RunPath, sections: ChecklistView['sections'], item: string): string {
  const section = sections.find(({ items }) => items.some(({ id }) => id === item));
  return partHref(path, section ? { area: section.areaId } : {}, item);
}
