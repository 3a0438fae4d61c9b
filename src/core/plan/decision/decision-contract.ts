import { z } from 'zod';
import { provenNumbersSchema } from '../../assessment/proven-numbers.ts';
import { endpoint, facilityPath } from '../../kernel/contract.ts';
import { decisionEditSchema, decisionSchema } from './decision.ts';
import { decisionRequestSchema, requestEditSchema, suggestedRequestSchema } from './request.ts';

const tags = ['経営者が決めること'];
const route = '/facilities/{facilityId}/decision-requests';
const revision = z.number().int().nonnegative();
const requestPath = facilityPath.extend({ requestId: z.uuid() });
const current = z.object({ current: decisionRequestSchema });

const changed = {
  'plan/request-changed': {
    status: 409,
    message: 'ほかの人が先に直したか、取り下げました。今の内容を確かめて、もう一度お試しください。',
    data: current,
  },
} as const;
const decided = {
  'plan/request-decided': {
    status: 409,
    message: 'ほかの人が先に決めました。画面で、決まったことを確かめてください。',
    data: current,
  },
} as const;
const bound = {
  'plan/request-bound': {
    status: 409,
    message:
      'この件は、リスク・監査の指摘・ガイドラインの条項から出ています。ここでは直せません。元のページで直してください。',
  },
} as const;

const newestSchema = z.object({
  runId: z.uuid(),
  fiscalYear: z.number().int(),
  score: z.number().nullable(),
  weakAreas: z.number().int(),
  areas: z.number().int(),
  networkLevel: z.number().int().nullable(),
  proven: provenNumbersSchema.nullable(),
});

/** How the facility stands, and what the executives are asked and have put off; `suggested` is empty for whoever may not ask. */
export const decisionListSchema = z.object({
  newest: z.array(newestSchema),
  due: z.array(decisionRequestSchema),
  waiting: z.array(decisionRequestSchema),
  suggested: z.array(suggestedRequestSchema),
});
export type DecisionList = z.infer<typeof decisionListSchema>;

/** A decision and what it was of. */
const decidedSchema = z.object({
  request: decisionRequestSchema.pick({ id: true, kind: true, title: true }),
  decision: decisionSchema,
});
export type Decided = z.infer<typeof decidedSchema>;

/** Endpoints of what the executives decide. */
export const decisionContract = {
  decisionRequests: endpoint
    .meta({ access: { kind: 'facility', permission: 'decision.read' }, recordRead: { act: 'decision.read' } })
    .route({
      method: 'GET',
      path: route,
      tags,
      summary: '今決めること、先に延ばしたこと、決めてもらう案と、最新の結果の数',
    })
    .input(facilityPath)
    .output(decisionListSchema),
  decisions: endpoint
    .meta({ access: { kind: 'facility', permission: 'decision.read' }, recordRead: { act: 'decision.read' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/decisions',
      tags,
      summary: '決めたこと（番号の新しい順、50件ずつ）',
    })
    .input(
      facilityPath.extend({
        /** The decision after which to go on. */
        after: z.uuid().optional(),
      }),
    )
    .output(z.object({ decisions: z.array(decidedSchema), more: z.boolean() })),
  askDecision: endpoint
    .meta({ access: { kind: 'facility', permission: 'decision.ask' } })
    .route({
      method: 'POST',
      path: route,
      tags,
      summary: '経営者に決めてもらう（sourceは、案から作るときにだけ指定）',
      successStatus: 201,
    })
    .input(facilityPath.extend({ source: z.string().max(80).nullable(), ...requestEditSchema.shape }))
    .output(decisionRequestSchema)
    .errors({
      'plan/asked-already': {
        status: 409,
        message: 'この案は、もう決めてもらうことに加わっています。',
        data: current,
      },
    }),
  editRequest: endpoint
    .meta({ access: { kind: 'facility', permission: 'decision.ask' } })
    .route({ method: 'PUT', path: `${route}/{requestId}`, tags, summary: '決めてもらうことを直す（決まる前だけ）' })
    .input(requestPath.extend({ revision, ...requestEditSchema.shape }))
    .output(decisionRequestSchema)
    .errors({ ...changed, ...decided, ...bound }),
  withdrawRequest: endpoint
    .meta({ access: { kind: 'facility', permission: 'decision.ask' } })
    .route({
      method: 'DELETE',
      path: `${route}/{requestId}`,
      tags,
      summary: '決めてもらうことを取り下げる（決まる前だけ。先に延ばした決定は残る）',
      successStatus: 204,
    })
    .input(requestPath)
    .errors({ ...decided, ...bound }),
  decide: endpoint
    .meta({ access: { kind: 'facility', permission: 'decision.make' } })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/decisions',
      tags,
      summary: '決める、日を決めて先に延ばす、理由を書いて見送る（番号が付き、あとから変わらない）',
      successStatus: 201,
    })
    .input(facilityPath.extend({ requestId: z.uuid(), revision, ...decisionEditSchema.shape }))
    .output(decisionRequestSchema)
    .errors({ ...changed, ...decided }),
  decisionSheet: endpoint
    .meta({
      access: { kind: 'facility', permission: 'decision.read' },
      recordRead: { act: 'decision.sheet-read', by: 'everyone' },
      costly: true,
    })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/decision-sheet',
      tags,
      summary: '会議のための1枚（PDF）',
    })
    .input(facilityPath)
    .output(z.file()),
};
