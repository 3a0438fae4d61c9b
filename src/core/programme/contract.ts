import { z } from 'zod';
import { endpoint, organisationPath } from '../kernel/contract.ts';
import { bedClassSchema } from '../organisation/bed-class.ts';
import { facilityTypeSchema } from '../organisation/facility.ts';
import { stageSchema } from '../sheet/stage.ts';

/** A number of facilities; null where it is hidden, because it is small or would give a small one away. */
const hiddenCount = z.number().int().nullable();
const byStage = z.record(stageSchema, hiddenCount);

export const programmeSchema = z.object({
  fiscalYear: z.number().int(),
  /** The prefecture counted; null for all of them. */
  prefecture: z.number().int().nullable(),
  /** All facilities of the register there. */
  facilities: hiddenCount,
  /** Classes of ten facilities or more; type and bed class are null in the last row where it stands for all others together. */
  classes: z.array(
    z.object({
      type: facilityTypeSchema.nullable(),
      bedClass: bedClassSchema.nullable(),
      /** Facilities of the class in the register. */
      facilities: hiddenCount,
      stages: byStage,
    }),
  ),
  total: byStage,
});
export type Programme = z.infer<typeof programmeSchema>;

export const programmeContract = {
  read: endpoint
    .meta({ access: { kind: 'organisation', permission: 'programme.read' } })
    .route({
      method: 'GET',
      path: '/organisations/{organisationId}/programme',
      tags: ['国・都道府県の事業'],
      summary: '点検の進み具合ごとの施設数（種類と病床数の区分べつ）',
    })
    .input(organisationPath.extend({ fiscalYear: z.coerce.number().int().min(2000).max(2999).optional() }))
    .output(programmeSchema),
};
