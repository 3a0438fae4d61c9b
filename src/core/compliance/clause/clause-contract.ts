import { z } from 'zod';
import { endpoint, facilityPath } from '../../kernel/contract.ts';
import { decisionRequestSchema } from '../../plan/decision/request.ts';
import { clauseStepSchema } from './clause-cycle.ts';
import { clauseEditSchema, clauseRegisterSchema, clauseViewSchema } from './clause-record.ts';

const tags = ['ガイドライン'];
const clauseId = z.string().max(20);
const revision = z.number().int().nonnegative();
const changed = {
  'compliance/clause-changed': {
    status: 409,
    message: 'ほかの人が先に直しました。今の内容を確かめて、もう一度お試しください。',
    data: z.object({ current: clauseViewSchema }),
  },
} as const;

/** Endpoints of the clauses of the guideline. */
export const clauseContract = {
  clauses: endpoint
    .meta({ access: { kind: 'facility', permission: 'clause.read' }, recordRead: { act: 'compliance.clauses-read' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/clauses',
      tags,
      summary: 'ガイドラインの編ごとの条項・章（施設に当てはまるか、その理由）と、指示・実施・報告・確認の記録',
    })
    .input(facilityPath)
    .output(clauseRegisterSchema),
  editClause: endpoint
    .meta({ access: { kind: 'facility', permission: 'clause.edit' } })
    .route({
      method: 'PUT',
      path: '/facilities/{facilityId}/clauses',
      tags,
      summary: '条項の担当・期限・文書・できない理由を書く',
    })
    .input(facilityPath.extend({ clauseId, revision, ...clauseEditSchema.shape }))
    .output(clauseViewSchema)
    .errors({
      ...changed,
      'compliance/owner-not-member': {
        status: 409,
        message: 'その人は、もうこの施設にいません。担当を選び直してください。',
      },
    }),
  setStep: endpoint
    .meta({ access: { kind: 'facility', permission: 'clause.step' } })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/clause-steps',
      tags,
      summary: '条項の次の手順（指示・実施・報告・確認）を記録する（あとから変わらない）',
      successStatus: 201,
    })
    .input(
      facilityPath.extend({
        clauseId,
        step: clauseStepSchema,
        note: z.string().max(1_000, '1,000文字までです。'),
        /** How many steps were done when the person looked. */
        after: z.number().int().nonnegative(),
      }),
    )
    .output(clauseViewSchema)
    .errors(changed),
  askAboutClause: endpoint
    .meta({ access: { kind: 'facility', permission: 'decision.ask' } })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/clause-decisions',
      tags,
      summary: 'できない理由を認めるか、経営者に決めてもらう（1つの理由について年度に1回）',
      successStatus: 201,
    })
    .input(facilityPath.extend({ clauseId, revision }))
    .output(clauseViewSchema)
    .errors({
      ...changed,
      'compliance/nothing-undone': { status: 409, message: '先に「できない理由」を書いて保存してください。' },
      'plan/asked-already': {
        status: 409,
        message: 'この理由は、今年度もう決めてもらうことに加わっています。理由を書き直すと、もう一度決めてもらえます。',
        data: z.object({ current: decisionRequestSchema }),
      },
    }),
};
