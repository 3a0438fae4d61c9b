import { z } from 'zod';
import { type Sheet, sheetIdSchema } from '../catalogue/sheet.ts';
import { isChecklist } from '../sheet/checklist.ts';
import { firstSix } from './first-six.ts';
import { proposalsSchema, proposeMeasures } from './measures.ts';
import { networkLevel, networkLevelSchema } from './network-level.ts';
import { networkStepSchema, nextNetworkSteps } from './network-steps.ts';
import type { MeasureContext } from './prerequisite.ts';
import { type Answers, scoreSheet, scoresSchema } from './scoring.ts';

/** Version of the rules below; stored with every result, raised whenever one of them gives another value. */
export const rulesVersion = '1.0.0';

/** The result of a run as it is stored at submission; scores are unrounded points of 0–3. */
export const resultSchema = scoresSchema.extend({
  sheet: sheetIdSchema,
  version: z.string(),
  rulesVersion: z.string(),
  ...proposalsSchema.shape,
  /** Ids of the six measures to begin with, in order. */
  firstSix: z.array(z.string()),
  /** Only of the sheet `network-level`, which has no scores. */
  network: networkLevelSchema.extend({ steps: z.array(networkStepSchema) }).optional(),
});
export type Result = z.infer<typeof resultSchema>;

const nothingScored = { score: null, areas: [], weakAreas: [], measures: [], elsewhere: [], firstSix: [] };

/**
 * The result of a sheet: scores, weak areas and their measures, or the network level with the steps to the next. A checklist
 * has neither: what is made of it is its register.
 */
export function assess(sheet: Sheet, answers: Answers, context: MeasureContext): Result {
  const scores = scoreSheet(sheet, answers);
  const head = { sheet: sheet.id, version: sheet.version, rulesVersion };
  if (sheet.id === 'network-level') {
    const network = networkLevel(answers);
    const steps = [...nextNetworkSteps(sheet, answers, network.level, context.measureOf)];
    return { ...head, ...scores, ...nothingScored, network: { ...network, steps } };
  }
  if (isChecklist(sheet.id)) return { ...head, ...scores, ...nothingScored };
  const proposals = proposeMeasures(sheet, answers, scores.weakAreas, context);
  const first = firstSix(proposals, scores.areas).map(({ id }) => id);
  return { ...head, ...scores, ...proposals, firstSix: first };
}
