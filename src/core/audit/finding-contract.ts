import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { revision, tags, teamOnly, told } from './contract-parts.ts';
import { correctionPlanSchema, findingSchema } from './finding.ts';

const findingPath = facilityPath.extend({ findingId: z.uuid() });
const findingRoute = '/facilities/{facilityId}/audit-findings/{findingId}';

const findingErrors = {
  'audit/finding-changed': {
    status: 409,
    message: 'ほかの人が先に直しました。入力を控えてから開き直し、今の内容を確かめて、もう一度お試しください。',
    data: z.object({ current: findingSchema }),
  },
  'audit/finding-settled': { status: 409, message: 'この指摘は、今はこの操作ができません。画面を開き直してください。' },
} as const;

/** Endpoints of what audits found. */
export const findingContract = {
  planCorrection: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.correct' } })
    .route({ method: 'PUT', path: findingRoute, tags, summary: '指摘の原因・直し方・担当・期限を書く' })
    .input(findingPath.extend({ revision, ...correctionPlanSchema.shape }))
    .output(findingSchema)
    .errors({
      ...findingErrors,
      'audit/owner-not-able': {
        status: 409,
        message:
          'その人は、指摘を直す担当になれません。管理者・安全管理責任者・企画管理者・運用担当者から選んでください。',
      },
    }),
  correct: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.correct' } })
    .route({ method: 'POST', path: `${findingRoute}/correction`, tags, summary: '指摘を直したと伝える（証跡が要る）' })
    .input(findingPath.extend({ revision, correction: told('直したことを書いてください。') }))
    .output(findingSchema)
    .errors({
      ...findingErrors,
      'audit/correction-not-planned': { status: 409, message: '先に、原因・直し方・担当・期限を書いてください。' },
      'audit/no-evidence': { status: 409, message: '先に、直したことが分かる証跡を加えてください。' },
    }),
  verify: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.conduct' } })
    .route({
      method: 'POST',
      path: `${findingRoute}/verification`,
      tags,
      summary: '直したことを確かめて、完了にするか、直し足りないと返す（監査する人だけ）',
    })
    .input(
      findingPath.extend({
        revision,
        step: z.enum(['closed', 'sent-back']),
        verdict: told('確かめたことを書いてください。'),
      }),
    )
    .output(findingSchema)
    .errors({
      ...findingErrors,
      ...teamOnly,
      'audit/own-correction': {
        status: 403,
        message: '直す担当の人は、自分が直したことを確かめられません。監査する別の人に頼んでください。',
      },
      'audit/own-word': {
        status: 403,
        message: '「直した」と伝えた人は、それを確かめられません。監査する別の人に頼んでください。',
      },
    }),
};
