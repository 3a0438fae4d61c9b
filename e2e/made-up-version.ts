import { join } from 'node:path';
import type { SheetId } from '#core/catalogue/sheet.ts';
import { openForCommand } from '#server/app/command-database.ts';
import { readSettings } from '#server/app/settings.ts';
import { publishMadeUp } from '#server/app/testing/made-up-version.ts';
import type { Mamori } from './journey.ts';

/** The made-up R8 of a form, published for this Mamori by another process than the one that serves it. */
export async function publishR8({ dataDir }: Mamori, sheetId: SheetId): Promise<void> {
  const root = join(import.meta.dirname, '..');
  const { db, close } = await openForCommand(readSettings({ MAMORI_DATA_DIR: dataDir }, { root }));
  await publishMadeUp({ db, clock: { now: new Date() } }, sheetId).finally(close);
}
