import {
  type Catalogue,
  compareVersions,
  findClause,
  findItem,
  isOutdated,
  type PlacedClause,
  type PlacedItem,
} from './catalogue.ts';
import type { LinkTarget } from './contract.ts';
import type { Guideline } from './guideline.ts';
import type { SheetId } from './sheet.ts';

const checklistForms: Readonly<Partial<Record<SheetId, readonly string[]>>> = {
  'checklist-institution': [],
  'checklist-pharmacy': ['薬局'],
  'checklist-vendor': ['事業者'],
};

function qualified(name: string, qualifiers: readonly string[]): string {
  return qualifiers.length === 0 ? name : `${name}（${qualifiers.join('・')}）`;
}

/** A part of an older guideline version carries its version, the current one does not. */
function guidelineName(catalogue: Catalogue, guideline: Guideline): string {
  const isCurrent = catalogue.guidelines.every((other) => compareVersions(other.version, guideline.version) <= 0);
  return qualified(guideline.title, isCurrent ? [] : [guideline.version]);
}

function chapterPlace(chapterNo: number, at: string | undefined): string {
  if (!at) return `${chapterNo}章`;
  return /^\d/.test(at) ? at : `${chapterNo}${at}`;
}

function clauseTarget(catalogue: Catalogue, { guideline, chapter, clause }: PlacedClause, at?: string): LinkTarget {
  const name = guidelineName(catalogue, guideline);
  if (clause) {
    const { text, help, evidence, source } = clause;
    const certainty = guideline.certainty;
    return { label: `${name} ${clause.label}`, text, certainty, clause: { help, evidence, source } };
  }
  const label = `${name} ${chapterPlace(chapter.no, at)}`;
  return { label, text: chapter.title, certainty: chapter.certainty ?? guideline.certainty };
}

function itemTarget(catalogue: Catalogue, { sheet, item }: PlacedItem): LinkTarget {
  const form = checklistForms[sheet.id];
  const outdated = isOutdated(catalogue, sheet) ? [sheet.version] : [];
  const name = form ? qualified('チェックリスト', [...form, ...outdated]) : qualified(sheet.title, outdated);
  const certainty = item.certainty ?? (item.unverified ? 'unverified' : 'primary');
  return { label: `${name} ${item.label ?? item.id}`, text: item.text, certainty, sheetId: sheet.id };
}

/** The chapter a section of a guideline as a whole (`at` 「3.4.2」) stands in. */
function sectionOf(catalogue: Catalogue, guidelineId: string, at: string | undefined): PlacedClause | undefined {
  const guideline = catalogue.guidelines.find(({ id }) => id === guidelineId);
  const chapter = guideline?.chapters.find(({ no }) => no === Number(at?.split('.')[0]));
  return guideline && chapter && { guideline, chapter };
}

/**
 * Where a link of an item leads: a clause, a chapter (or section `at` of it), a section of a guideline, or an item of
 * another sheet. Undefined where nothing of that id stands in the catalogue.
 */
export function linkTarget(
  catalogue: Catalogue,
  link: { readonly to: string; readonly at?: string | undefined },
): LinkTarget | undefined {
  const place = findClause(catalogue, link.to) ?? sectionOf(catalogue, link.to, link.at);
  if (place) return clauseTarget(catalogue, place, link.at);
  const item = findItem(catalogue, link.to);
  return item && itemTarget(catalogue, item);
}
