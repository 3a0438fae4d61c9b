import { answerLabel } from '#core/catalogue/answer-label.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { idsOverBridges } from '#core/catalogue/ids-over-bridges.ts';
import { isContradicted, type ProposalSource } from '#core/compliance/proposal.ts';
import { type Established, establishedBeside, establishedLines } from '#core/evidence/established.ts';
import { may } from '#core/identity/role.ts';
import { newestEstablished } from '../evidence/index.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { answerWordsOf, newestSubmitted, placesIn, type RunRow, readableItems, sheetOfRun } from '../sheet/index.ts';

/** What a submitted answer says, and where it comes from. */
export type Source = Omit<ProposalSource, 'relation'>;

type FactsOf = (itemId: string) => readonly Established[];

/** Tells what audits and drills established of an item, the newest first, in whatever version of its sheet; nothing to who may not read results. */
async function factsTeller(context: FacilityContext, catalogue: Catalogue): Promise<FactsOf> {
  const all = may(context.roles, 'result.read') ? await newestEstablished(context) : [];
  const byItem = Map.groupBy(all, ({ itemId }) => itemId);
  const idsOf = idsOverBridges(catalogue);
  return (itemId) =>
    idsOf(itemId)
      .flatMap((id) => byItem.get(id) ?? [])
      .toSorted((one, other) => (one.on < other.on ? 1 : -1))
      .filter(({ kind }, place, all) => all.findIndex((one) => one.kind === kind) === place);
}

/** What a submitted run says at each of its items, as far as the person may read it. */
async function sourcesIn(
  context: FacilityContext,
  catalogue: Catalogue,
  run: RunRow,
  factsOf: FactsOf,
): Promise<[string, Source][]> {
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
      const facts = factsOf(id);
      const established = [...establishedLines(establishedBeside(facts, sheet.scale))];
      const contradicted = isContradicted(facts, run.fiscalYear);
      return [id, { itemId: id, text, value, words, established, contradicted, ...from }];
    });
}

/** What the newest submitted answers of the facility say, by item, as far as the person may read them. */
export async function newestSources(
  context: FacilityContext,
  catalogue: Catalogue,
): Promise<ReadonlyMap<string, Source>> {
  const [sources, factsOf] = [new Map<string, Source>(), await factsTeller(context, catalogue)];
  for (const submitted of await newestSubmitted(context.tx, context.facilityId)) {
    for (const [id, source] of await sourcesIn(context, catalogue, submitted, factsOf)) sources.set(id, source);
  }
  return sources;
}
