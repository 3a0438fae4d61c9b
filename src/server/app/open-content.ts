import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { type Catalogue, latestSheets } from '#core/catalogue/catalogue.ts';
import {
  contentNews,
  keepFirstVersions,
  type LivingCatalogue,
  loadCatalogue,
  openCatalogue,
} from '../catalogue/index.ts';
import type { Tables } from '../platform/database/tables.ts';
import { asSystem } from '../platform/database/transaction.ts';
import type { Live } from '../platform/live/index.ts';

type Parts = { readonly db: Kysely<Tables>; readonly live: Live; readonly log: Logger };

/** The catalogue of this process, which hears what any process of the installation decides about the content. */
export async function followContent({ db, live, log }: Parts, shipped: Catalogue): Promise<LivingCatalogue> {
  const content = await openCatalogue(db, shipped);
  live.onNews(contentNews, () => {
    content.refresh().catch((err) => log.error({ err }, 'content not read anew'));
  });
  return content;
}

/** What the product ships, kept at the versions the installation began with, and everything decided since. */
export async function openContent(parts: Parts): Promise<LivingCatalogue> {
  const shipped = loadCatalogue();
  await asSystem(parts.db, (tx) => keepFirstVersions(tx, latestSheets(shipped)));
  return followContent(parts, shipped);
}
