import type { SheetId } from '#core/catalogue/sheet.ts';
import { versionContract } from '#core/catalogue/version-contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const versions = queriesFor(versionContract);

export type VersionsView = Awaited<ReturnType<typeof versions.list.call>>[number];
export type PreviewView = Awaited<ReturnType<typeof versions.preview.call>>;

export function versionsQuery() {
  return versions.list.queryOptions();
}

export function previewQuery(sheetId: SheetId, version: string) {
  return versions.preview.queryOptions({ input: { sheetId, version } });
}
