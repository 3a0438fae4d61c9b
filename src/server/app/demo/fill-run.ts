import type { Kysely } from 'kysely';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { SelfAssessmentSheet } from '#core/sheet/run.ts';
import { submitRun } from '../../assessment/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { beginRun, takeAnswers } from '../../sheet/index.ts';
import { type Acting, actAs } from './act-as.ts';
import type { MadeAnswer } from './made-answers.ts';

/** Answers one person gave at one moment. */
export type Sitting = { readonly by: Acting; readonly at: Date; readonly answers: readonly MadeAnswer[] };

/** One run of the past as it went: begun, answered in sittings, submitted or left open. */
export type PlannedRun = {
  readonly sheetId: SelfAssessmentSheet;
  readonly begun: { readonly by: Acting; readonly at: Date };
  readonly sittings: readonly Sitting[];
  readonly origin: 'typed' | 'file' | 'self-check';
  readonly submitted: { readonly by: Acting; readonly at: Date } | null;
};

type Parts = { readonly db: Kysely<Tables>; readonly catalogue: Catalogue };

/** Lets a run happen by the acts of the product; one that has answers already is left as it is. */
export function fillRun({ db, catalogue }: Parts, facilityId: string, plan: PlannedRun): Promise<void> {
  const { sheetId, begun, sittings, origin, submitted } = plan;
  return actAs(db, facilityId, begun.by, async (as) => {
    const run = await beginRun(as(begun.by, begun.at), catalogue, sheetId);
    if (run.answers.length > 0) return;
    for (const { by, at, answers } of sittings) {
      const offered = answers.map((answer) => ({ ...answer, revision: 0 }));
      await takeAnswers(as(by, at), catalogue, { runId: run.id, origin, offered });
    }
    if (submitted) await submitRun(as(submitted.by, submitted.at), catalogue, run.id);
  });
}
