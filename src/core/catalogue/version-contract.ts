import { z } from 'zod';
import { endpoint } from '../kernel/contract.ts';
import { fewestShown } from '../kernel/small-cells.ts';
import { sheetChangesSchema } from './contract.ts';
import { sheetIdSchema } from './sheet.ts';

const tags = ['点検票の版'];
const versionName = z.string().min(1).max(20);

const sheetVersionsSchema = z.object({
  sheetId: sheetIdSchema,
  title: z.string(),
  /** The version new runs begin with. */
  current: z.string(),
  newer: z.array(z.object({ version: z.string(), published: z.string(), description: z.string() })),
  older: z.array(z.string()),
});
export type SheetVersions = z.infer<typeof sheetVersionsSchema>;

/** A number of runs or facilities; null where it is hidden, because it is small. */
const hiddenCount = z.number().int().nullable();

export const versionPreviewSchema = z.object({
  current: z.string(),
  /** Of the newer version beside the current one. */
  changes: sheetChangesSchema,
  fiscalYear: z.number().int(),
  /** Open runs of this fiscal year that stand at another version, and the facilities they are of. */
  concerned: z.object({ runs: hiddenCount, facilities: hiddenCount }),
});
export type VersionPreview = z.infer<typeof versionPreviewSchema>;

/** Nobody stays nobody; from one to nine is told as hidden, so that no facility is recognised (ADR 0037). */
export const shownCount = (count: number): number | null => (count === 0 || count >= fewestShown ? count : null);

export const versionContract = {
  list: endpoint
    .meta({ access: { kind: 'system', permission: 'version.adopt' } })
    .route({ method: 'GET', path: '/sheet-versions', tags, summary: '点検票ごとの、今使う版と新しい版' })
    .output(z.array(sheetVersionsSchema)),
  preview: endpoint
    .meta({ access: { kind: 'system', permission: 'version.adopt' } })
    .route({
      method: 'GET',
      path: '/sheet-versions/{sheetId}/{version}',
      tags,
      summary: '新しい版を採用する前の見通し（項目ごとの違いと、関わる点検の数）',
    })
    .input(z.object({ sheetId: sheetIdSchema, version: versionName }))
    .output(versionPreviewSchema),
  adopt: endpoint
    .meta({ access: { kind: 'system', permission: 'version.adopt', stepUp: true } })
    .route({
      method: 'PUT',
      path: '/sheet-versions/{sheetId}/current',
      tags,
      summary: 'これから始める点検で使う版を決める（始めた点検は変わらない）',
    })
    .input(
      z.object({
        sheetId: sheetIdSchema,
        version: versionName,
        /** The version in use that the person has seen. */
        from: versionName,
      }),
    )
    .output(sheetVersionsSchema)
    .errors({
      'version/changed': {
        status: 409,
        message: '使う版が、先にほかの人に変えられました。画面を読み直して、今の版を確かめてください。',
      },
      'version/not-newer': { status: 409, message: '今の版より新しい版だけを採用できます。前の版には戻せません。' },
      'version/no-bridge': {
        status: 409,
        message: 'この版には、今の版からの橋渡しがありません。橋渡しのある版を選んでください。',
      },
    }),
};
