import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { auditPath, full, reported, revision, route, tags, teamOnly, told } from './contract-parts.ts';
import { askingSchema, auditRequestSchema, interviewSchema } from './inquiry.ts';

/** Endpoints of what auditors ask and hear. */
export const inquiryContract = {
  ask: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.conduct' } })
    .route({
      method: 'POST',
      path: `${route}/requests`,
      tags,
      summary: '証跡や説明を、期限を決めて頼む',
      successStatus: 201,
    })
    .input(auditPath.extend(askingSchema.shape))
    .output(auditRequestSchema)
    .errors({
      ...teamOnly,
      ...reported,
      ...full,
      'audit/not-able': {
        status: 409,
        message: 'その人は、監査の頼みごとを開けません。役割を変えるか、別の人に頼んでください。',
      },
      'audit/not-member': { status: 409, message: 'その人は、もうこの施設にいません。頼む相手を選び直してください。' },
    }),
  reply: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.reply' } })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/audit-requests/{requestId}/reply',
      tags,
      summary: '頼まれたことに返事をする（報告されるまで書き直せる）',
    })
    .input(facilityPath.extend({ requestId: z.uuid(), revision, reply: told('返事を書いてください。') }))
    .output(auditRequestSchema)
    .errors({
      ...reported,
      'audit/request-changed': {
        status: 409,
        message: 'ほかの人が先に返事をしました。今の内容を確かめてください。',
        data: z.object({ current: auditRequestSchema }),
      },
    }),
  interview: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.conduct' } })
    .route({
      method: 'POST',
      path: `${route}/interviews`,
      tags,
      summary: '聞き取り（経営層など）を書く。監査する人だけが見る',
      successStatus: 201,
    })
    .input(auditPath.extend(interviewSchema.omit({ id: true }).shape))
    .output(interviewSchema)
    .errors({ ...teamOnly, ...reported, ...full }),
};
