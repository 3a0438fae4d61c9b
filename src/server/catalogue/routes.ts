import { implement } from '@orpc/server';
import { z } from 'zod';
import { type Catalogue, findAuditGuide, findSheet, latestSheet, latestSheets } from '#core/catalogue/catalogue.ts';
import { changesOf } from '#core/catalogue/changes.ts';
import { catalogueContract } from '#core/catalogue/contract.ts';
import { crossingFrom } from '#core/catalogue/crossing.ts';
import { itemsOf, type Sheet, sheetIdSchema } from '#core/catalogue/sheet.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { inputReader, streamed } from '../platform/http/streamed.ts';
import { sheetPublisher } from './published-sheet.ts';

const summaryOf = (sheet: Sheet) => ({
  id: sheet.id,
  version: sheet.version,
  title: sheet.title,
  description: sheet.description,
  respondent: sheet.respondent,
  items: itemsOf(sheet).length,
});

const sheetInput = inputReader(z.object({ params: z.object({ sheetId: sheetIdSchema }) }));
const versionInput = inputReader(
  z.object({ params: z.object({ sheetId: sheetIdSchema, version: z.string().max(20) }) }),
);

export function catalogueRoutes(catalogue: Catalogue) {
  const os = implement(catalogueContract).$context<RequestContext>();
  const answer = sheetPublisher(catalogue);
  return {
    sheets: os.sheets.handler(() => latestSheets(catalogue).map(summaryOf)),
    sheetChanges: os.sheetChanges.handler(({ input: { sheetId, version, from } }) => {
      const sheet = findSheet(catalogue, sheetId, version);
      const crossing = sheet && crossingFrom(catalogue, from, sheet);
      if (!crossing) throw notFound();
      return changesOf(crossing);
    }),
    templates: os.templates.handler(() => [...catalogue.templates]),
    words: os.words.handler(() => [...catalogue.words]),
    auditGuide: os.auditGuide.handler(({ input: { sheetId, version } }) => {
      const guide = findAuditGuide(catalogue, sheetId, version);
      if (!guide && !findSheet(catalogue, sheetId, version)) throw notFound();
      return guide ?? null;
    }),
    sheet: streamed(async (c) => {
      const { params } = sheetInput(c);
      return answer(c, latestSheet(catalogue, params.sheetId));
    }),
    sheetVersion: streamed(async (c) => {
      const { params } = versionInput(c);
      return answer(c, findSheet(catalogue, params.sheetId, params.version));
    }),
  };
}
