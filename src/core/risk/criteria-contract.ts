import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { criteriaEditSchema, criteriaSchema } from './criteria.ts';
import { tags } from './risk-contract.ts';

const route = '/facilities/{facilityId}/risk-criteria';

/** The criteria of a facility, and how many risks are estimated by them. */
export const criteriaViewSchema = z.object({ criteria: criteriaSchema, estimated: z.number().int() });

/** Endpoints of the criteria by which risks are estimated. */
export const criteriaContract = {
  criteria: endpoint
    .meta({ access: { kind: 'facility', permission: 'risk.read' } })
    .route({ method: 'GET', path: route, tags, summary: '見積もりの基準（起こりやすさと影響の段、注意と急ぐの境）' })
    .input(facilityPath)
    .output(criteriaViewSchema),
  setCriteria: endpoint
    .meta({ access: { kind: 'facility', permission: 'risk.criteria' } })
    .route({
      method: 'PUT',
      path: route,
      tags,
      summary: '見積もりの基準を決める（段の数が変わると、見積もりを新しい段に移して、見直しの印を付ける）',
    })
    .input(
      facilityPath.extend({
        revision: z.number().int().nonnegative(),
        /** Whether every estimate is marked to be looked at again; it is in any case where the number of levels changes. */
        marksEstimates: z.boolean(),
        ...criteriaEditSchema.shape,
      }),
    )
    .output(criteriaViewSchema)
    .errors({
      'risk/criteria-edited': {
        status: 409,
        message: 'ほかの人が先に基準を直しました。今の基準を確かめて、もう一度お試しください。',
        data: z.object({ current: criteriaViewSchema }),
      },
    }),
};
