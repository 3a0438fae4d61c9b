import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { auditPath, full, notBegun, reported, revision, route, tags, teamOnly } from './contract-parts.ts';
import { remarkEditSchema, remarkSchema, remarkWordsSchema } from './remark.ts';

const remarkPath = facilityPath.extend({ remarkId: z.uuid() });
const remarkRoute = '/facilities/{facilityId}/audit-remarks/{remarkId}';

/** Endpoints of what the team records at clauses and systems of the scope. */
export const remarkContract = {
  remark: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.conduct' } })
    .route({
      method: 'POST',
      path: `${route}/remarks`,
      tags,
      summary: '対象の条項かシステムに、所見を書く（報告すると指摘になる）',
      successStatus: 201,
    })
    .input(auditPath.extend(remarkEditSchema.shape))
    .output(remarkSchema)
    .errors({ ...teamOnly, ...reported, ...notBegun, ...full }),
  editRemark: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.conduct' } })
    .route({ method: 'PUT', path: remarkRoute, tags, summary: '所見を直す（報告するまで）' })
    .input(remarkPath.extend({ revision, ...remarkWordsSchema.shape }))
    .output(remarkSchema)
    .errors({
      ...teamOnly,
      ...reported,
      'audit/remark-changed': {
        status: 409,
        message: 'ほかの人が先に直しました。入力を控えてから開き直し、今の内容を確かめて、もう一度お試しください。',
        data: z.object({ current: remarkSchema }),
      },
    }),
  removeRemark: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.conduct' } })
    .route({ method: 'DELETE', path: remarkRoute, tags, summary: '所見を消す（報告するまで）', successStatus: 204 })
    .input(remarkPath)
    .errors({ ...teamOnly, ...reported }),
};
