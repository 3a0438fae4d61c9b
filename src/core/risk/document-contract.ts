import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { tags } from './risk-contract.ts';

const access = { kind: 'facility', permission: 'risk.read' } as const;
const act = 'risk.document-read';

/** The register as files to take along. */
export const documentContract = {
  board: endpoint
    .meta({ access, recordRead: { act, by: 'everyone', detail: { format: 'pdf' } }, costly: true })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/risk-board',
      tags,
      summary: '会議のためのリスクの一覧（PDF、残る大きさの順に60件まで）',
    })
    .input(facilityPath)
    .output(z.file()),
  workbook: endpoint
    .meta({ access, recordRead: { act, by: 'everyone', detail: { format: 'xlsx' } }, costly: true })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/risk-workbook',
      tags,
      summary: 'リスクのすべて（Excel、終わったものも含む）',
    })
    .input(facilityPath)
    .output(z.file()),
};
