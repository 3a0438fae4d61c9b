import { answerLabel } from '#core/catalogue/answer-label.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { ProposalSource } from '#core/compliance/proposal.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { answerWordsOf, newestSubmitted, placesIn, type RunRow, readableItems, sheetOfRun } from '../sheet/index.ts';

/** What a submitted answer says, and where it comes from. */
export type Source = Omit<ProposalSource, 'relation'>;

/** What a submitted run says at each of its items, as far as the person may read it. */
async function sourcesIn(context: FacilityContext, catalogue: Catalogue, run: RunRow): Promise<[string, Source][]> {
  const { tx, facilityId } = context;
  const { submittedAt } = run;
  if (submittedAt === null) return [];
  const sheet = sheetOfRun(catalogue, run);
  const answers = new Map((await answerWordsOf(tx, facilityId, run.id)).map(({ itemId, value }) => [itemId, value]));
  const isReadable = await readableItems(context, catalogue, run);
  const from = { sheetId: sheet.id, sheetTitle: sheet.title, runId: run.id, fiscalYear: run.fiscalYear, submittedAt };
  return [...placesIn(sheet).values()]
    .filter(({ item }) => isReadable(item.id))
    .map(({ item: { id, text } }) => {
      const value = answers.get(id) ?? null;
      const words = value === null ? '未回答' : answerLabel(value, sheet.scale);
      return [id, { itemId: id, text, value, words, ...from }];
    });
}

/** What the newest submitted answers of the facility say, by item, as far as the person may read them. */
export async function newestSources(
  context: FacilityContext,
  catalogue: Catalogue,
): Promise<ReadonlyMap<string, Source>> {
  const sources = new Map<string, Source>();
  for (const submitted of await newestSubmitted(context.tx, context.facilityId)) {
    for (const [id, source] of await sourcesIn(context, catalogue, submitted)) sources.set(id, source);
  }
  return sources;
}
