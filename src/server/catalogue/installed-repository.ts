import { sql } from 'kysely';
import { type Bridge, bridgeSchema } from '#core/catalogue/bridge.ts';
import { type Sheet, type SheetId, sheetSchema } from '#core/catalogue/sheet.ts';
import type { FacilityTx, SystemTx } from '../platform/database/transaction.ts';
import { sheetHash } from './published.ts';

/** The version runs of a sheet begin with, as it stands now; undefined where the installation never decided. */
export async function adoptedVersion(tx: FacilityTx | SystemTx, sheetId: SheetId): Promise<string | undefined> {
  const { rows } = await sql<{ version: string }>`
    select version from sheet_adoption where sheet_id = ${sheetId} order by place desc limit 1`.execute(tx);
  return rows[0]?.version;
}

/** The version of every sheet for which the installation has decided. */
export async function adoptedVersions(tx: SystemTx): Promise<Readonly<Partial<Record<SheetId, string>>>> {
  const rows = await tx
    .selectFrom('sheet_adoption')
    .distinctOn('sheet_id')
    .select(['sheet_id', 'version'])
    .orderBy('sheet_id')
    .orderBy('place', 'desc')
    .execute();
  return Object.fromEntries(rows.map(({ sheet_id, version }) => [sheet_id, version]));
}

/** Whoever decides about the content at the same moment waits until the transaction ends. */
export const lockContent = (tx: SystemTx) =>
  sql`select pg_advisory_xact_lock(hashtextextended('sheet_adoption', 0))`.execute(tx);

export async function insertAdoption(
  tx: SystemTx,
  { sheetId, version, at }: { readonly sheetId: SheetId; readonly version: string; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('sheet_adoption')
    .values({
      sheet_id: sheetId,
      place: sql<number>`(select coalesce(max(place), 0) + 1 from sheet_adoption where sheet_id = ${sheetId})`,
      version,
      adopted_at: at,
    })
    .execute();
}

/** Keeps the versions an installation begins with, so that none changes by itself with an update; those decided before stay. */
export async function keepFirstVersions(
  tx: SystemTx,
  versions: readonly { readonly id: SheetId; readonly version: string }[],
): Promise<void> {
  await tx
    .insertInto('sheet_adoption')
    .values(versions.map(({ id, version }) => ({ sheet_id: id, place: 1, version })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A version published for this installation, and the bridge that leads to it. */
export type Installed = { readonly sheet: Sheet; readonly bridge: Bridge };

/** The versions published for this installation. Throws where one is not what was published. */
export async function installedSheets(tx: SystemTx): Promise<readonly Installed[]> {
  const rows = await tx
    .selectFrom('installed_sheet')
    .select(['sheet_id', 'version', 'sheet', 'bridge', 'hash'])
    .orderBy('published_at')
    .orderBy('version')
    .execute();
  return rows.map(({ sheet_id, version, sheet, bridge, hash }) => {
    const read = sheetSchema.parse(sheet);
    if (sheetHash(read) !== hash) throw new Error(`${sheet_id} ${version} is not what was published`);
    return { sheet: read, bridge: bridgeSchema.parse(bridge) };
  });
}

/** Keeps a version for good, with the hash it is known by; false where that version stands already. */
export async function insertInstalled(
  tx: SystemTx,
  { sheet, bridge }: Installed,
  { fileName, fileHash, at }: { readonly fileName: string; readonly fileHash: string; readonly at: Date },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('installed_sheet')
    .values({
      sheet_id: sheet.id,
      version: sheet.version,
      sheet: JSON.stringify(sheet),
      bridge: JSON.stringify(bridge),
      hash: sheetHash(sheet),
      file_name: fileName,
      file_sha256: fileHash,
      published_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('sheet_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

type Counted = { readonly version: string; readonly runs: number; readonly facilities: number };

/** How many open runs of a fiscal year stand at which version of a sheet, and of how many facilities. */
export async function openRunsByVersion(
  tx: SystemTx,
  sheetId: SheetId,
  fiscalYear: number,
): Promise<readonly Counted[]> {
  const { rows } =
    await sql<Counted>`select version, runs, facilities from open_runs_by_version(${sheetId}, ${fiscalYear})`.execute(
      tx,
    );
  return rows;
}
