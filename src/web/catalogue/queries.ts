import { catalogueContract } from '#core/catalogue/contract.ts';
import type { SheetId } from '#core/catalogue/sheet.ts';
import { queriesFor } from '#web/platform/api.ts';

const catalogue = queriesFor(catalogueContract);

/** The latest version of a sheet with what its links lead to; a published version never changes. */
export function sheetQuery(sheetId: SheetId) {
  return catalogue.sheet.queryOptions({ input: { sheetId }, staleTime: Number.POSITIVE_INFINITY });
}

/** What a version asks beside an earlier one: neither ever changes. */
export function sheetChangesQuery(sheetId: SheetId, version: string, from: string) {
  return catalogue.sheetChanges.queryOptions({
    input: { sheetId, version, from },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** A sheet in the version a run was begun with. */
export function sheetVersionQuery(sheetId: SheetId, version: string) {
  return catalogue.sheetVersion.queryOptions({ input: { sheetId, version }, staleTime: Number.POSITIVE_INFINITY });
}

/** Texts to begin documents from, by size of the facility. */
export function templatesQuery() {
  return catalogue.templates.queryOptions({ staleTime: Number.POSITIVE_INFINITY });
}

/** How to audit by that version of a sheet. */
export function auditGuideQuery(sheetId: SheetId, version: string) {
  return catalogue.auditGuide.queryOptions({ input: { sheetId, version }, staleTime: Number.POSITIVE_INFINITY });
}

/** Every explained word. */
export function wordsQuery() {
  return catalogue.words.queryOptions({ staleTime: Number.POSITIVE_INFINITY });
}

/** The latest version of every sheet, in a few words each. */
export function sheetsQuery() {
  return catalogue.sheets.queryOptions({ staleTime: Number.POSITIVE_INFINITY });
}
