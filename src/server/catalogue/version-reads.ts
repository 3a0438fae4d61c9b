import { type Catalogue, findSheet, latestSheet, latestSheets, newerVersions } from '#core/catalogue/catalogue.ts';
import { changesOf } from '#core/catalogue/changes.ts';
import { crossingBetween } from '#core/catalogue/crossing.ts';
import type { Sheet, SheetId } from '#core/catalogue/sheet.ts';
import { type SheetVersions, shownCount, type VersionPreview } from '#core/catalogue/version-contract.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { asSystem } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { openRunsByVersion } from './installed-repository.ts';

/** The versions of a sheet around the one in use. */
export function versionsOf(catalogue: Catalogue, current: Sheet): SheetVersions {
  const newer = newerVersions(catalogue, current.id);
  const older = catalogue.sheets.filter(
    (sheet) => sheet.id === current.id && sheet !== current && !newer.includes(sheet),
  );
  return {
    sheetId: current.id,
    title: current.title,
    current: current.version,
    newer: newer.map(({ version, published, description }) => ({ version, published, description })),
    older: older.map(({ version }) => version),
  };
}

export const listVersions = (catalogue: Catalogue): SheetVersions[] =>
  latestSheets(catalogue).map((sheet) => versionsOf(catalogue, sheet));

/** What a newer version asks beside the one in use, and how many open runs stand at another one. */
export async function previewVersion(
  { db, now }: RequestContext,
  catalogue: Catalogue,
  { sheetId, version }: { readonly sheetId: SheetId; readonly version: string },
): Promise<VersionPreview> {
  const [current, newer] = [latestSheet(catalogue, sheetId), findSheet(catalogue, sheetId, version)];
  if (!current || !newer || current === newer) throw notFound();
  const fiscalYear = fiscalYearOf(now);
  const counted = await asSystem(db, (tx) => openRunsByVersion(tx, sheetId, fiscalYear));
  const others = counted.filter((one) => one.version !== version);
  const sum = (of: 'runs' | 'facilities') => shownCount(others.reduce((all, one) => all + one[of], 0));
  return {
    current: current.version,
    changes: changesOf(crossingBetween(catalogue, current, newer)),
    fiscalYear,
    concerned: { runs: sum('runs'), facilities: sum('facilities') },
  };
}
