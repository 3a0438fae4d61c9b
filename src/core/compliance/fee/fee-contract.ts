import { z } from 'zod';
import { endpoint, facilityPath } from '../../kernel/contract.ts';
import { feeEvidenceSchema } from './fee-evidence.ts';

const tags = ['加算の証跡'];
const access = { kind: 'facility', permission: 'fee.read' } as const;

/** Endpoints of what a facility has for the conditions of rules of fees. */
export const feeContract = {
  feeEvidence: endpoint
    .meta({ access, recordRead: { act: 'compliance.fees-read' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/fee-rules',
      tags,
      summary: '加算の要件ごとに、まもりの中にある証跡と、手で足すもの（満たすかどうかは判定しない）',
    })
    .input(facilityPath)
    .output(z.array(feeEvidenceSchema)),
  printFeeEvidence: endpoint
    .meta({
      access,
      recordRead: { act: 'compliance.fee-printed', by: 'everyone', detail: { format: 'pdf' } },
      costly: true,
    })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/fee-rules.pdf',
      tags,
      summary: '一つの加算の証跡の一覧を印刷する（PDF）',
    })
    .input(facilityPath.extend({ ruleId: z.string().max(20), version: z.string().max(20) }))
    .output(z.file()),
};
