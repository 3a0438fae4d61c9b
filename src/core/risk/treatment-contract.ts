import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { acceptanceEditSchema, riskSchema } from './risk.ts';
import { changed, notMember, revision, riskPath, route, tags } from './risk-contract.ts';
import { safeguardsSchema } from './safeguard.ts';
import { mostTreatments, treatmentEditSchema } from './treatment.ts';

/** Endpoints of what is done about a risk. */
export const treatmentContract = {
  addTreatment: endpoint
    .meta({ access: { kind: 'facility', permission: 'risk.edit' } })
    .route({
      method: 'POST',
      path: `${route}/{riskId}/treatments`,
      tags,
      summary: 'リスクへの対応（回避・低減・移転）を加える',
      successStatus: 201,
    })
    .input(riskPath.extend({ revision, ...treatmentEditSchema.shape }))
    .output(riskSchema)
    .errors({
      ...notMember,
      ...changed,
      'risk/treatments-full': {
        status: 409,
        message: `1つのリスクの対応は${mostTreatments}件までです。まとめるか、リスクを分けてください。`,
      },
    }),
  editTreatment: endpoint
    .meta({ access: { kind: 'facility', permission: 'risk.edit' } })
    .route({ method: 'PUT', path: `${route}/{riskId}/treatments/{treatmentId}`, tags, summary: 'リスクへの対応を直す' })
    .input(riskPath.extend({ treatmentId: z.uuid(), revision, ...treatmentEditSchema.shape }))
    .output(riskSchema)
    .errors({ ...notMember, ...changed }),
  removeTreatment: endpoint
    .meta({ access: { kind: 'facility', permission: 'risk.edit' } })
    .route({
      method: 'DELETE',
      path: `${route}/{riskId}/treatments/{treatmentId}`,
      tags,
      summary: 'リスクへの対応を消す',
    })
    .input(riskPath.extend({ treatmentId: z.uuid() }))
    .output(riskSchema),
  askAcceptance: endpoint
    .meta({ access: { kind: 'facility', permission: 'decision.ask' } })
    .route({
      method: 'POST',
      path: `${route}/{riskId}/acceptance`,
      tags,
      summary: '残るリスクを受け入れるか、経営者に決めてもらう',
      successStatus: 201,
    })
    .input(riskPath.extend({ revision, ...acceptanceEditSchema.shape }))
    .output(riskSchema)
    .errors({
      ...changed,
      'risk/not-assessed': { status: 409, message: '先に「リスクを見積もる」で、大きさを見積もってください。' },
      'risk/closed': { status: 409, message: 'このリスクは終わっています。先に、終わりを取り消してください。' },
    }),
  safeguards: endpoint
    .meta({ access: { kind: 'facility', permission: 'risk.read' }, recordRead: { act: 'risk.safeguards-read' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/safeguards',
      tags,
      summary: '経営管理編の表4-1（クライアント・サーバ・インフラ・セキュリティ × 予防的・発見的）に並べた対応の数',
    })
    .input(facilityPath)
    .output(safeguardsSchema),
  dropAcceptance: endpoint
    .meta({ access: { kind: 'facility', permission: 'decision.ask' } })
    .route({
      method: 'DELETE',
      path: `${route}/{riskId}/acceptance`,
      tags,
      summary: 'リスクの受容をやめる（決まったことは、決定の記録に残る）',
    })
    .input(riskPath)
    .output(riskSchema),
};
