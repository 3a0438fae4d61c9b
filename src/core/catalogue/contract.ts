import { z } from 'zod';
import { endpoint } from '../kernel/contract.ts';
import { certaintySchema, sheetIdSchema, sheetSchema } from './sheet.ts';

const tags = ['点検票'];

const sheetSummary = z.object({
  id: sheetIdSchema,
  version: z.string(),
  title: z.string(),
  description: z.string(),
  respondent: z.string(),
  items: z.number().int(),
});
/** What a link of an item leads to, ready to be shown: label such as 「経営管理編 3③」, its text and how sure we are. */
const linkTarget = z.object({ label: z.string(), text: z.string(), certainty: certaintySchema });
/** What a link leads to, as people see it: 「経営管理編 3③」 with what stands there; all but `primary` is shown as 「要確認」. */
export type LinkTarget = z.infer<typeof linkTarget>;

export const publishedSheetSchema = z.object({ sheet: sheetSchema, targets: z.record(z.string(), linkTarget) });
export type PublishedSheet = z.infer<typeof publishedSheetSchema>;

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
    .input(z.object({ sheetId: sheetIdSchema, version: z.string().max(20) }))
    .output(publishedSheetSchema),
};
