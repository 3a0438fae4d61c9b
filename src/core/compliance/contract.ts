import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { takenSchema, takingErrors } from '../sheet/contract.ts';
import { checklistSchema } from './checklist.ts';
import { clauseContract } from './clause/clause-contract.ts';
import { feeContract } from './fee/fee-contract.ts';
import { inspectionContract } from './inspection/inspection-contract.ts';
import { patientContract } from './patient/patient-contract.ts';
import { proposalSchema } from './proposal.ts';
import { regulationContract } from './regulation/regulation-contract.ts';
import { askVendorContract, formLinkContract } from './vendor-form/form-link-contract.ts';
import { vendorSystemContract } from './vendor-form/vendor-system-contract.ts';

const tags = ['チェックリスト'];
const runPath = facilityPath.extend({ runId: z.uuid() });
const proposals = '/facilities/{facilityId}/runs/{runId}/proposals';

/** Endpoints of the clauses of the guideline, of vendors' forms, and of the ministry checklist beside its run, which is answered like any other. */
export const complianceContract = {
  checklist: endpoint
    .meta({ access: { kind: 'facility', permission: 'result.read' }, recordRead: { act: 'compliance.checklist-read' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/compliance',
      tags,
      summary: '今年度のチェックリスト（区分ごとの項目と、確認日・目標日）',
    })
    .input(facilityPath)
    .output(checklistSchema),
  proposals: endpoint
    .meta({
      access: { kind: 'facility', permission: 'sheet.read' },
      recordRead: { act: 'sheet.read', subject: 'runId' },
    })
    .route({ method: 'GET', path: proposals, tags, summary: '提出済みの自己点検から考えられる答え（出どころつき）' })
    .input(runPath)
    .output(z.array(proposalSchema)),
  takeProposals: endpoint
    .meta({ access: { kind: 'facility', permission: 'proposal.take' } })
    .route({ method: 'POST', path: proposals, tags, summary: '考えられる答えを、まだ答えの無い項目に取り入れる' })
    .input(runPath.extend({ itemIds: z.array(z.string().max(40)).min(1, '取り入れる項目を選んでください。').max(200) }))
    .output(takenSchema)
    .errors(takingErrors),
  form: endpoint
    .meta({
      access: { kind: 'facility', permission: 'result.read' },
      recordRead: { act: 'compliance.form-read', subject: 'runId', by: 'everyone', detail: { format: 'pdf' } },
      costly: true,
    })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/runs/{runId}/checklist.pdf',
      tags,
      summary: 'チェックリストを様式の順に印刷する（PDF）',
    })
    .input(runPath)
    .output(z.file()),
  ...clauseContract,
  ...vendorSystemContract,
  ...askVendorContract,
  ...formLinkContract,
  ...inspectionContract,
  ...regulationContract,
  ...patientContract,
  ...feeContract,
};
