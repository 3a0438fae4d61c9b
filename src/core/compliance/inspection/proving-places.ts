import { type Catalogue, findItem } from '../../catalogue/catalogue.ts';
import { idsOverBridges } from '../../catalogue/ids-over-bridges.ts';
import { type Item, itemsOf, type Sheet } from '../../catalogue/sheet.ts';
import { linesOf, partsInOrder } from '../clause/clause-line.ts';
import { linksOf } from '../proposal.ts';
import { askedPartOf } from './asked-part.ts';
import type { ProvingPlace } from './inspection.ts';

const labelOf = ({ id, label = id }: Item) => label;

/** The questions of the self-checks that lines of the form rest on, each once, with the lines. */
function questionPlaces(catalogue: Catalogue, sheet: Sheet): ProvingPlace[] {
  const links = itemsOf(sheet).flatMap((item) =>
    linksOf(catalogue, item).map(({ item: question }) => ({ question, label: labelOf(item) })),
  );
  return [...Map.groupBy(links, ({ question }) => question)].map(([question, to]) => ({
    itemId: question,
    at: `設問 ${question} ${findItem(catalogue, question)?.item.text ?? ''}`.trimEnd(),
    proves: [...new Set(to.map(({ label }) => label))],
    part: askedPartOf({ id: question, words: [findItem(catalogue, question)?.item.text ?? ''] }),
  }));
}

/** The clauses and chapters of the guideline, as one may add a file to each. */
function clausePlaces(catalogue: Catalogue): ProvingPlace[] {
  return partsInOrder(catalogue).flatMap((guideline) =>
    linesOf(catalogue, guideline).map(({ id, label, text, proofs }) => ({
      itemId: id,
      at: text,
      proves: [`${guideline.title} ${label}`],
      part: askedPartOf({ id, words: [text, ...proofs] }),
    })),
  );
}

/**
 * Where files stand that an inspection asks for: at the lines of the form, at the questions behind them, at the clauses; under the
 * ids they have in other versions too, as long as the words are the same.
 */
export function provingPlaces(catalogue: Catalogue, sheet: Sheet): readonly ProvingPlace[] {
  const lines = itemsOf(sheet).map((item) => ({
    itemId: item.id,
    at: item.text,
    proves: [labelOf(item)],
    part: askedPartOf({ id: item.id, words: [item.text] }),
  }));
  const idsOf = idsOverBridges(catalogue);
  return [...lines, ...questionPlaces(catalogue, sheet), ...clausePlaces(catalogue)].flatMap((place) =>
    idsOf(place.itemId).map((itemId) => ({ ...place, itemId })),
  );
}
