import { decideAdoption } from '#core/catalogue/adoption.ts';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import type { SheetId } from '#core/catalogue/sheet.ts';
import type { SheetVersions } from '#core/catalogue/version-contract.ts';
import { recordEvent } from '../platform/activity/record-event.ts';
import { asSystem } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { announceWithin } from '../platform/live/index.ts';
import { adoptedVersions, insertAdoption, lockContent } from './installed-repository.ts';
import { contentNews, type LivingCatalogue } from './living-catalogue.ts';
import { versionsOf } from './version-reads.ts';

type Adopting = { readonly sheetId: SheetId; readonly version: string; readonly from: string };

/** Makes a version the one new runs begin with, for the whole installation. Runs that were begun stay as they are. */
export async function adoptVersion(
  { db, now, actor }: RequestContext,
  { catalogue, refresh }: LivingCatalogue,
  adopting: Adopting,
): Promise<SheetVersions> {
  const { sheetId, version, from } = adopting;
  await asSystem(db, async (tx) => {
    await lockContent(tx);
    const standing = { ...catalogue, adopted: { ...catalogue.adopted, ...(await adoptedVersions(tx)) } };
    const adoption = decideAdoption(standing, adopting);
    if (adoption.kind === 'refused') throw adoption.reason === 'not-found' ? notFound() : refused(adoption.reason);
    if (adoption.kind === 'adopted-already') return;
    const act = 'catalogue.version-adopted';
    const detail = { from, version };
    await recordEvent(tx, { act, subject: sheetId, at: now, actor: actor?.personId ?? null, detail });
    await insertAdoption(tx, { sheetId, version, at: now });
    await announceWithin(tx, [contentNews]);
  });
  await refresh();
  const current = latestSheet(catalogue, sheetId);
  if (!current) throw notFound();
  return versionsOf(catalogue, current);
}
