import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { type AnswerWords, answerWordsOf, type RunRow, sheetOfRun } from '../sheet/index.ts';

/** A run with its sheet and its answers by item, read once for everything that is made of them. */
export type AnsweredRun = {
  readonly run: RunRow;
  readonly sheet: Sheet;
  readonly answers: ReadonlyMap<string, AnswerWords>;
};

export async function loadAnswered(
  { tx, facilityId }: Pick<FacilityContext, 'tx' | 'facilityId'>,
  catalogue: Catalogue,
  run: RunRow,
): Promise<AnsweredRun> {
  const answers = await answerWordsOf(tx, facilityId, run.id);
  return { run, sheet: sheetOfRun(catalogue, run), answers: new Map(answers.map((answer) => [answer.itemId, answer])) };
}
