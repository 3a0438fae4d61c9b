import { z } from 'zod';
import { endpoint } from '../kernel/contract.ts';
import { auditGuideSchema } from './audit-guide.ts';
import { certaintySchema, helpSchema, sheetIdSchema, sheetSchema } from './sheet.ts';
import { templateSchema } from './template.ts';
import { wordSchema } from './word.ts';

const tags = ['点検票'];

const sheetSummary = z.object({
  id: sheetIdSchema,
  version: z.string(),
  title: z.string(),
  description: z.string(),
  respondent: z.string(),
  items: z.number().int(),
});
const linkTarget = z.object({
  label: z.string(),
  text: z.string(),
  certainty: certaintySchema,
  /** Where the target is an item: the sheet it stands in. */
  sheetId: sheetIdSchema.optional(),
  /** Where the target is a clause: what it asks for, what proves it, and where it stands. */
  clause: z.object({ help: helpSchema, evidence: z.array(z.string()), source: z.string() }).optional(),
});
/** What a link leads to, as people see it: 「経営管理編 3③」 with what stands there; all but `primary` is shown as 「要確認」. */
export type LinkTarget = z.infer<typeof linkTarget>;

/** Targets of the links stand under `to`, or `to@at` where the link names a place; those of `near` under the item's id. */
export const publishedSheetSchema = z.object({ sheet: sheetSchema, targets: z.record(z.string(), linkTarget) });
export type PublishedSheet = z.infer<typeof publishedSheetSchema>;

const shownItem = z.object({ id: z.string(), label: z.string(), text: z.string() });
/** What a version asks beside an earlier one, item by item, with both wordings. */
export const sheetChangesSchema = z.object({
  sheetId: sheetIdSchema,
  title: z.string(),
  from: z.string(),
  to: z.string(),
  items: z.array(
    shownItem.extend({
      area: z.string(),
      change: z.enum(['unchanged', 'reworded', 'new']),
      earlier: shownItem.nullable(),
      doubt: z.string().nullable(),
    }),
  ),
  dropped: z.array(shownItem),
});
export type SheetChanges = z.infer<typeof sheetChangesSchema>;

const versionName = z.string().max(20);

export const catalogueContract = {
  sheets: endpoint
    .meta({ access: { kind: 'public' } })
    .route({ method: 'GET', path: '/sheets', tags, summary: '点検票の一覧（最新の版）' })
    .output(z.array(sheetSummary)),
  sheet: endpoint
    .meta({ access: { kind: 'public' } })
    .route({ method: 'GET', path: '/sheets/{sheetId}', tags, summary: '点検票（最新の版）' })
    .input(z.object({ sheetId: sheetIdSchema }))
    .output(publishedSheetSchema),
  sheetVersion: endpoint
    .meta({ access: { kind: 'public' } })
    .route({ method: 'GET', path: '/sheets/{sheetId}/versions/{version}', tags, summary: '点検票（版を指定）' })
    .input(z.object({ sheetId: sheetIdSchema, version: versionName }))
    .output(publishedSheetSchema),
  sheetChanges: endpoint
    .meta({ access: { kind: 'public' } })
    .route({
      method: 'GET',
      path: '/sheets/{sheetId}/versions/{version}/changes/{from}',
      tags,
      summary: '点検票の版が、前の版とどこが違うか（変わらない・文言が変わった・新しい・無くなった）',
    })
    .input(z.object({ sheetId: sheetIdSchema, version: versionName, from: versionName }))
    .output(sheetChangesSchema),
  templates: endpoint
    .meta({ access: { kind: 'public' } })
    .route({ method: 'GET', path: '/templates', tags, summary: '方針・規程の文案（施設の大きさ別）' })
    .output(z.array(templateSchema)),
  auditGuide: endpoint
    .meta({ access: { kind: 'public' } })
    .route({
      method: 'GET',
      path: '/sheets/{sheetId}/versions/{version}/audit-guide',
      tags,
      summary: '監査の手引き（何を聞くか・どこを見るか・いくつ選ぶか。手引きのない点検票では null）',
    })
    .input(z.object({ sheetId: sheetIdSchema, version: versionName }))
    .output(auditGuideSchema.nullable()),
  words: endpoint
    .meta({ access: { kind: 'public' } })
    .route({ method: 'GET', path: '/words', tags, summary: '用語とその説明' })
    .output(z.array(wordSchema)),
};
