import { type Catalogue, findClause, findItem, latestSheet, type PlacedClause } from '../catalogue.ts';
import type { Guideline } from '../guideline.ts';
import { type Item, itemsOf, type Sheet } from '../sheet.ts';
import type { DraftItem } from './form-shape.ts';
import { type Candidate, earlierFor, nearest, type Suggestion } from './suggestion.ts';

/** What one line may follow and belong to. */
export type LineSuggestions = {
  readonly row: number;
  readonly earlier: readonly Suggestion[];
  readonly questions: readonly Suggestion[];
  readonly clauses: readonly Suggestion[];
};

const handedOn = '前の版の同じ項目が、ここにつながっています';

const once = (all: readonly Suggestion[]): readonly Suggestion[] =>
  all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index).slice(0, 5);

function questionsOf(catalogue: Catalogue, text: string, before: Item | undefined, all: readonly Candidate[]) {
  const linked = (before?.items ?? []).flatMap(({ item }) => {
    const found = findItem(catalogue, item)?.item;
    return found ? [{ id: found.id, label: found.id, text: found.text, reason: handedOn, doubt: null }] : [];
  });
  return once([...linked, ...nearest(text, all)]);
}

/** A clause, or a chapter whose clauses could not be read one by one, as something a line may belong to. */
function candidateOf({ guideline, chapter, clause }: PlacedClause): Candidate {
  if (clause) return { id: clause.id, label: `${guideline.title} ${clause.label}`, text: clause.text };
  const { id = '', no, label = `${no}章`, title, text = '' } = chapter;
  return { id, label: `${guideline.title} ${label}`, text: [title, text].filter(Boolean).join('。') };
}

const candidatesIn = (guideline: Guideline): readonly Candidate[] =>
  guideline.chapters.flatMap((chapter) =>
    chapter.id !== undefined && chapter.clauses.length === 0
      ? [candidateOf({ guideline, chapter })]
      : chapter.clauses.map((clause) => candidateOf({ guideline, chapter, clause })),
  );

function clausesFor(catalogue: Catalogue, text: string, before: Item | undefined, all: readonly Candidate[]) {
  const linked = (before?.links ?? []).flatMap(({ to }) => {
    const found = findClause(catalogue, to);
    return found ? [{ ...candidateOf(found), reason: handedOn, doubt: null }] : [];
  });
  return once([...linked, ...nearest(text, all)]);
}

/** Suggestions for every line of a form: what stands in the version in use, questions of the hospital sheet and small facilities, clauses. */
export function suggestionsFor(
  catalogue: Catalogue,
  earlier: Sheet,
  items: readonly DraftItem[],
): readonly LineSuggestions[] {
  const provisional = catalogue.provisional.find(({ sheet, from }) => sheet === earlier.id && from === earlier.version);
  const before = new Map(itemsOf(earlier).map((item) => [item.id, item]));
  const questions = (['hospital', 'small-facility'] as const).flatMap((id) => {
    const sheet = latestSheet(catalogue, id);
    return sheet ? itemsOf(sheet).map((item) => ({ id: item.id, label: item.id, text: item.text })) : [];
  });
  const clauses = catalogue.guidelines.flatMap(candidatesIn);
  return items.map((item) => {
    const follows = earlierFor(item, earlier, provisional);
    const source = before.get(item.from ?? follows[0]?.id ?? '');
    return {
      row: item.row,
      earlier: follows,
      questions: questionsOf(catalogue, item.text, source, questions),
      clauses: clausesFor(catalogue, item.text, source, clauses),
    };
  });
}
