import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { acceptanceSchema, planWishSchema } from './wish.ts';

const tags = ['計画'];
const runPath = facilityPath.extend({ runId: z.uuid() });

/** Endpoints of what plans are asked of, kept from one time to the next. */
export const wishContract = {
  wishes: endpoint
    .meta({ access: { kind: 'facility', permission: 'plan.make' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/runs/{runId}/plan/wishes',
      tags,
      summary: '今年度と来年度の計画に、この点検票で最後に使った条件（新しい順）',
    })
    .input(runPath)
    .output(z.array(planWishSchema)),
  keepWish: endpoint
    .meta({ access: { kind: 'facility', permission: 'plan.make' } })
    .route({
      method: 'PUT',
      path: '/facilities/{facilityId}/runs/{runId}/plan/wish',
      tags,
      summary: '計画の条件を、次に開いたときのために残す（年度と点検票ごと）',
      successStatus: 204,
    })
    .input(runPath.extend(planWishSchema.shape)),
  acceptances: endpoint
    .meta({ access: { kind: 'facility', permission: 'task.read' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/plan-acceptances',
      tags,
      summary: '取り組みにした計画の条件と、最良と確かめたか（新しい順）',
    })
    .input(facilityPath.extend({ fiscalYear: z.coerce.number().int().min(2000).max(2100) }))
    .output(z.array(acceptanceSchema)),
};
