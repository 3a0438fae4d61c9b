import { type Catalogue, findClause, latestSheet, latestSheets, type PlacedClause } from '../../catalogue/catalogue.ts';
import { appendixId } from '../../catalogue/form/appendix.ts';
import type { Clause, Guideline } from '../../catalogue/guideline.ts';
import { type Help, itemsOf } from '../../catalogue/sheet.ts';
import { type FacilityScope, firstOfAppendix, isEntrusted, type ScopedLine } from './clause-scope.ts';

/** A line of the register: a clause, or a chapter as a whole where its clauses could not be read one by one. */
export type ClauseLine = ScopedLine & {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** What the chapter asks, as far as it could be read; none for a clause, whose text says it. */
  readonly points: readonly string[];
  readonly help: Help | null;
  readonly roles: Clause['roles'];
  readonly proofs: readonly string[];
  readonly certainty: Guideline['certainty'];
  readonly chapter: { readonly no: number; readonly title: string };
  readonly part: Pick<Guideline, 'id' | 'title' | 'version'>;
  /** Where in the guideline it stands. */
  readonly source: string;
  /** The questions that speak of it, and whether they decide it. */
  readonly items: readonly string[];
  readonly decided: boolean;
};

/** Whom a part of the guideline speaks to, where its clauses do not say: 企画管理編 to planners, システム運用編 to operators. */
const readers = (guidelineId: string): Clause['roles'] =>
  guidelineId.startsWith('OPS') ? ['planner', 'operator'] : ['executive', 'planner'];

/** 「①… ②…」 line by line. */
const pointsOf = (text = ''): readonly string[] =>
  text
    .split(/(?=[①-⑳])/)
    .map((point) => point.trim())
    .filter((point) => point !== '');

/** The questions of the newest sheets that name a chapter. */
function questionsOf(catalogue: Catalogue, chapterId: string): readonly string[] {
  const items = latestSheets(catalogue).flatMap((sheet) => itemsOf(sheet));
  return items.filter(({ links }) => links.some(({ to }) => to === chapterId)).map(({ id }) => id);
}

function lineOf(catalogue: Catalogue, { guideline, chapter, clause }: PlacedClause): ClauseLine {
  const { id, title, version } = guideline;
  const placed = {
    chapter: { no: chapter.no, title: chapter.title },
    part: { id, title, version },
    chapterId: chapter.id,
    appliesTo: chapter.appliesTo,
    source: clause?.source ?? chapter.source ?? guideline.source,
  };
  if (clause) {
    const { label, text, help, roles, evidence, items } = clause;
    const words = { id: clause.id, label, text, help, roles, proofs: evidence, points: [] };
    return { ...words, ...placed, items, certainty: guideline.certainty, decided: true };
  }
  const chapterId = chapter.id ?? '';
  return {
    id: chapterId,
    label: chapter.label ?? `${chapter.no}章`,
    text: chapter.title,
    points: pointsOf(chapter.text),
    help: null,
    roles: readers(id),
    proofs: [],
    ...placed,
    certainty: chapter.certainty ?? guideline.certainty,
    items: questionsOf(catalogue, chapterId),
    decided: false,
  };
}

/** The items of the 別紙 as lines of its part, once somebody has loaded it (10章: a vendor answers each, what is いいえ is seen to). */
function appendixLines(catalogue: Catalogue, { id, title, version }: Guideline): readonly ClauseLine[] {
  const appendix = latestSheet(catalogue, appendixId);
  return (appendix?.areas ?? []).flatMap((area, place) =>
    area.items.map((item) => ({
      id: item.id,
      label: item.label ?? '',
      text: item.text,
      points: [],
      help: null,
      roles: readers(id),
      proofs: [],
      certainty: item.certainty ?? 'unverified',
      chapter: { no: firstOfAppendix + place, title: `別紙 ${area.title}` },
      part: { id, title, version },
      source: `${title} 別紙（${item.source ?? appendix?.version}）`,
      chapterId: undefined,
      appliesTo: undefined,
      items: (item.items ?? []).map((question) => question.item),
      decided: false,
    })),
  );
}

/** The lines of one part in printed order: its clauses, or its chapters where these have ids of their own, and its 別紙. */
export function linesOf(catalogue: Catalogue, guideline: Guideline): readonly ClauseLine[] {
  const lines = guideline.chapters.flatMap((chapter) => {
    if (chapter.id !== undefined && chapter.clauses.length === 0) return [lineOf(catalogue, { guideline, chapter })];
    return chapter.clauses.map((clause) => lineOf(catalogue, { guideline, chapter, clause }));
  });
  return isEntrusted(guideline) ? [...lines, ...appendixLines(catalogue, guideline)] : lines;
}

const order = ['GOV', 'PLN', 'OPS', 'ENT'];

/** The parts of the guideline from whom instructs to who carries out; the part for 保守委託機関 last. */
export const partsInOrder = ({ guidelines }: Catalogue): readonly Guideline[] =>
  guidelines.toSorted((a, b) => order.indexOf(a.id.slice(0, 3)) - order.indexOf(b.id.slice(0, 3)));

/**
 * The parts a facility is shown: the part for 保守委託機関 first where みなし遵守 may apply, else only where something was written there
 * before, and last.
 */
export function partsFor(
  catalogue: Catalogue,
  { deemed }: Pick<FacilityScope, 'deemed'>,
  isWritten: (lineId: string) => boolean,
): readonly Guideline[] {
  const parts = partsInOrder(catalogue);
  const [own, others] = [parts.filter(isEntrusted), parts.filter((part) => !isEntrusted(part))];
  if (deemed === 'may-apply') return [...own, ...others];
  return [...others, ...own.filter((part) => linesOf(catalogue, part).some(({ id }) => isWritten(id)))];
}

/** One line by its id; undefined where there is none. */
export function findLine(catalogue: Catalogue, id: string): ClauseLine | undefined {
  const placed = findClause(catalogue, id);
  if (placed) return lineOf(catalogue, placed);
  const entrusted = catalogue.guidelines.find(isEntrusted);
  return entrusted && appendixLines(catalogue, entrusted).find((line) => line.id === id);
}
