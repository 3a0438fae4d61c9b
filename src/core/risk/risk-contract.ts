import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { bandSchema } from './band.ts';
import { criteriaSchema } from './criteria.ts';
import { cellSchema } from './heat-map.ts';
import { assessmentSchema, riskEditSchema, riskLineSchema, riskSchema } from './risk.ts';
import { riskStateSchema } from './risk-state.ts';

export const tags = ['リスク'];
export const route = '/facilities/{facilityId}/risks';
export const riskPath = facilityPath.extend({ riskId: z.uuid() });
export const revision = z.number().int().nonnegative();

/** Somebody else has changed the risk first. */
export const changed = {
  'risk/changed': {
    status: 409,
    message: 'ほかの人が先に直しました。入力を控えてから開き直し、今の内容を確かめて、もう一度お試しください。',
    data: z.object({ current: riskSchema }),
  },
} as const;
export const notMember = {
  'risk/owner-not-member': { status: 409, message: 'その人は、もうこの施設にいません。担当を選び直してください。' },
} as const;
const scaleChanged = {
  'risk/criteria-changed': {
    status: 409,
    message: '見積もりの基準が変わりました。画面を開き直して、段を選び直してください。',
  },
} as const;

const axis = z.coerce.number().int().min(1).max(5).optional();

/** How the register stands in numbers; without the risks that are closed, except in `states`. */
export const riskSumsSchema = z.object({
  criteria: criteriaSchema,
  before: z.array(cellSchema),
  after: z.array(cellSchema),
  states: z.array(z.object({ state: riskStateSchema, risks: z.number().int() })),
  /** Estimates to be looked at again, since the scale has changed. */
  toReview: z.number().int(),
});
export type RiskSums = z.infer<typeof riskSumsSchema>;

/** Endpoints of the register of risks. */
export const registerContract = {
  risks: endpoint
    .meta({ access: { kind: 'facility', permission: 'risk.read' }, recordRead: { act: 'risk.register-read' } })
    .route({ method: 'GET', path: route, tags, summary: 'リスクの一覧（大きい順、100件ずつ）' })
    .input(
      facilityPath.extend({
        /** Whether size, map and band are those before the treatments or after them. */
        basis: z.enum(['before', 'after']),
        /** Without it all that are not closed. */
        state: riskStateSchema.optional(),
        band: bandSchema.optional(),
        likelihood: axis,
        impact: axis,
        /** A line of table 4-1: risks with a treatment there. */
        line: z.string().max(40).optional(),
        /** Only estimates that are to be looked at again. */
        review: z.enum(['waiting']).optional(),
        /** The risk after which to go on. */
        after: z.uuid().optional(),
      }),
    )
    .output(z.object({ risks: z.array(riskLineSchema), more: z.boolean() })),
  riskSums: endpoint
    .meta({ access: { kind: 'facility', permission: 'risk.read' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/risk-sums',
      tags,
      summary: '見積もりの基準と、リスクの数（起こりやすさと影響ごと、状態ごと）',
    })
    .input(facilityPath)
    .output(riskSumsSchema),
  risk: endpoint
    .meta({
      access: { kind: 'facility', permission: 'risk.read' },
      recordRead: { act: 'risk.read', subject: 'riskId' },
    })
    .route({ method: 'GET', path: `${route}/{riskId}`, tags, summary: '1つのリスクと、見積もり・対応・受容' })
    .input(riskPath)
    .output(riskSchema),
  addRisk: endpoint
    .meta({ access: { kind: 'facility', permission: 'risk.edit' } })
    .route({ method: 'POST', path: route, tags, summary: 'リスクを加える', successStatus: 201 })
    .input(facilityPath.extend(riskEditSchema.shape))
    .output(riskSchema)
    .errors(notMember),
  editRisk: endpoint
    .meta({ access: { kind: 'facility', permission: 'risk.edit' } })
    .route({ method: 'PUT', path: `${route}/{riskId}`, tags, summary: 'リスクの内容を直す' })
    .input(riskPath.extend({ revision, ...riskEditSchema.shape }))
    .output(riskSchema)
    .errors({ ...notMember, ...changed }),
  assessRisk: endpoint
    .meta({ access: { kind: 'facility', permission: 'risk.edit' } })
    .route({
      method: 'PUT',
      path: `${route}/{riskId}/estimate`,
      tags,
      summary: 'リスクを見積もる（受容に出したときより大きく残るなら、もう一度決めてもらう）',
    })
    .input(
      riskPath.extend({
        revision,
        /** The criteria the person had before the eyes. */
        criteriaRevision: revision,
        ...assessmentSchema.shape,
      }),
    )
    .output(riskSchema)
    .errors({ ...changed, ...scaleChanged }),
  closeRisk: endpoint
    .meta({ access: { kind: 'facility', permission: 'risk.edit' } })
    .route({
      method: 'PUT',
      path: `${route}/{riskId}/closing`,
      tags,
      summary: 'リスクを終わりにする（reasonがnullなら、終わりを取り消す）',
    })
    .input(
      riskPath.extend({
        revision,
        reason: z
          .string()
          .max(400, '400文字までです。')
          .refine((reason) => reason.trim() !== '', '終わりにする理由を書いてください。')
          .nullable(),
      }),
    )
    .output(riskSchema)
    .errors(changed),
};
