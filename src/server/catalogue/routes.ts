import { implement } from '@orpc/server';
import { type Catalogue, findSheet, latestSheet, latestSheets } from '#core/catalogue/catalogue.ts';
import { catalogueContract, type LinkTarget, type PublishedSheet } from '#core/catalogue/contract.ts';
import { linkTarget } from '#core/catalogue/link-target.ts';
import { itemsOf, type Sheet } from '#core/catalogue/sheet.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';

/** A sheet with everything its links lead to; the key of a target is `to`, or `to@at` where the link names a place. */
function publish(catalogue: Catalogue, sheet: Sheet | undefined): PublishedSheet {
  if (!sheet) throw notFound();
  const targets: Record<string, LinkTarget> = {};
  for (const { links } of itemsOf(sheet)) {
    for (const link of links) {
      const target = linkTarget(catalogue, link);
      if (target) targets[link.at ? `${link.to}@${link.at}` : link.to] = target;
    }
  }
  return { sheet, targets };
}

const summaryOf = (sheet: Sheet) => ({
  id: sheet.id,
  version: sheet.version,
  title: sheet.title,
  description: sheet.description,
  respondent: sheet.respondent,
  items: itemsOf(sheet).length,
});

export function catalogueRoutes(catalogue: Catalogue) {
  const os = implement(catalogueContract).$context<RequestContext>();
  return os.router({
    sheets: os.sheets.handler(() => latestSheets(catalogue).map(summaryOf)),
    sheet: os.sheet.handler(({ input }) => publish(catalogue, latestSheet(catalogue, input.sheetId))),
    sheetVersion: os.sheetVersion.handler(({ input }) =>
      publish(catalogue, findSheet(catalogue, input.sheetId, input.version)),
    ),
  });
}
