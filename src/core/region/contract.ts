import { z } from 'zod';
import { endpoint, organisationPath } from '../kernel/contract.ts';
import { stageSchema } from '../sheet/stage.ts';

/** A number of facilities; null where it is hidden, because it is small or would give a small one away. */
const hiddenCount = z.number().int().nullable();

export const regionSchema = z.object({
  fiscalYear: z.number().int(),
  /** Facilities that agreed to be seen with their stage, and those of them with score and level that agreed to that too. */
  facilities: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      city: z.string(),
      stage: stageSchema,
      score: z.number().nullable(),
      level: z.number().int().nullable(),
    }),
  ),
  /** How many facilities agreed to be counted only, and their stages; each where that shows nobody's. */
  unnamed: z.object({ facilities: hiddenCount, stages: z.record(stageSchema, hiddenCount) }),
  /**
   * Of the facilities that show their score: how many were audited this fiscal year, and the mean of claimed minus audited in points
   * of 0–3 with one decimal; each where that shows nobody's, never whose.
   */
  audited: z.object({ facilities: hiddenCount, difference: z.number().nullable() }),
});
export type Region = z.infer<typeof regionSchema>;

export const regionContract = {
  read: endpoint
    .meta({ access: { kind: 'organisation', permission: 'region.read' } })
    .route({
      method: 'GET',
      path: '/organisations/{organisationId}/region',
      tags: ['地域'],
      summary: '参加している施設の、今年度の点検の進み具合',
    })
    .input(organisationPath)
    .output(regionSchema),
};
