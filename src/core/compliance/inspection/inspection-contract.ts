import { z } from 'zod';
import { endpoint, facilityPath } from '../../kernel/contract.ts';
import { inspectionSchema } from './inspection.ts';

const tags = ['立入検査'];
/** Of which fiscal year: this one where none is named, else one that has a checklist. */
export const inspectedYear = { fiscalYear: z.coerce.number().int().min(2000).max(2100).optional() };

/** Endpoints of what is laid before an inspection (立入検査). */
export const inspectionContract = {
  inspection: endpoint
    .meta({
      access: { kind: 'facility', permission: 'inspection.take' },
      recordRead: { act: 'compliance.inspection-read' },
    })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/inspection',
      tags,
      summary: '立入検査で示すもの（チェックリスト、事業者の様式、規程・方針、証跡の一覧、担当する人）',
    })
    .input(facilityPath.extend(inspectedYear))
    .output(inspectionSchema),
  inspectionSize: endpoint
    .meta({ access: { kind: 'facility', permission: 'inspection.take', stepUp: true } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/inspection-size',
      tags,
      summary: '立入検査の一式に入る証跡の数と大きさ（バイト）',
    })
    .input(facilityPath.extend(inspectedYear))
    .output(z.object({ files: z.number().int(), bytes: z.number().int() })),
  inspectionPdf: endpoint
    .meta({
      access: { kind: 'facility', permission: 'inspection.take' },
      recordRead: { act: 'compliance.inspection-printed', by: 'everyone', detail: { format: 'pdf' } },
      costly: true,
    })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/inspection.pdf',
      tags,
      summary: '立入検査の説明資料を印刷する（PDF）',
    })
    .input(facilityPath.extend(inspectedYear))
    .output(z.file()),
  inspectionZip: endpoint
    .meta({
      access: { kind: 'facility', permission: 'inspection.take', stepUp: true },
      recordRead: { act: 'compliance.inspection-taken', by: 'everyone' },
      costly: true,
    })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/inspection.zip',
      tags,
      summary: '立入検査の一式を ZIP で受け取る（説明資料のPDF、規程・方針の本文、証跡の一覧、証跡のファイル）',
    })
    .input(facilityPath.extend(inspectedYear))
    .output(z.file()),
};
