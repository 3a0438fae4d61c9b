import type { AuditGuide } from './audit-guide.ts';
import type { Bridge } from './bridge.ts';
import type { FeeRule } from './fee-rule.ts';
import type { Chapter, Clause, Guideline } from './guideline.ts';
import type { Provisional } from './provisional.ts';
import type { RiskGuide } from './risk-guide.ts';
import type { Area, Item, Measure, Sheet, SheetId } from './sheet.ts';
import type { Template } from './template.ts';
import type { Word } from './word.ts';

/**
 * All published content: every version side by side of sheets and of what risks are suggested from, the guidelines they rest on,
 * explained words, texts to begin documents from, rules of fees, and how to audit.
 */
export type Catalogue = {
  readonly sheets: readonly Sheet[];
  /** The ways between versions of a sheet. */
  readonly bridges: readonly Bridge[];
  /** The version new runs begin with, of the sheets for which the installation has decided. */
  readonly adopted: Readonly<Partial<Record<SheetId, string>>>;
  /** What is thought of versions nobody could read yet. */
  readonly provisional: readonly Provisional[];
  readonly guidelines: readonly Guideline[];
  readonly words: readonly Word[];
  /** What risks are suggested from. */
  readonly risks: readonly RiskGuide[];
  readonly templates: readonly Template[];
  readonly feeRules: readonly FeeRule[];
  readonly auditGuides: readonly AuditGuide[];
};

/** An item with the place it stands in. */
export type PlacedItem = { readonly sheet: Sheet; readonly area: Area; readonly item: Item };

/** A measure with the area and sheet it stands in. */
export type PlacedMeasure = { readonly sheet: Sheet; readonly area: Area; readonly measure: Measure };

/** A clause or, where `clause` is absent, a chapter as a whole. */
export type PlacedClause = {
  readonly guideline: Guideline;
  readonly chapter: Chapter;
  readonly clause?: Clause;
};

/** Negative where version `a` comes before `b`; numbers inside count as numbers (1.9.0 before 1.10.0, R7 before R8). */
export function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function isNewer(a: Sheet, b: Sheet): boolean {
  if (a.published !== b.published) return a.published > b.published;
  return compareVersions(a.version, b.version) > 0;
}

function newestFirst(catalogue: Catalogue): readonly Sheet[] {
  return [...catalogue.sheets].sort((a, b) => (a === b ? 0 : isNewer(a, b) ? -1 : 1));
}

/** The sheet in exactly this version, as an answer or a run names it. */
export function findSheet(catalogue: Catalogue, id: SheetId, version: string): Sheet | undefined {
  return catalogue.sheets.find((sheet) => sheet.id === id && sheet.version === version);
}

/** How to audit by exactly this version of a sheet. */
export function findAuditGuide(catalogue: Catalogue, sheetId: SheetId, version: string): AuditGuide | undefined {
  return catalogue.auditGuides.find((guide) => guide.sheet === sheetId && guide.sheetVersion === version);
}

/** The version new runs begin with: the one adopted, or else the last one published, by date and then by number. */
export function latestSheet(catalogue: Catalogue, id: SheetId): Sheet | undefined {
  const adopted = findSheet(catalogue, id, catalogue.adopted[id] ?? '');
  return adopted ?? newestFirst(catalogue).find((sheet) => sheet.id === id);
}

/** Versions of a sheet that came after the one new runs begin with, the newest first. */
export function newerVersions(catalogue: Catalogue, id: SheetId): readonly Sheet[] {
  const current = latestSheet(catalogue, id);
  return newestFirst(catalogue).filter((sheet) => sheet.id === id && current && isNewer(sheet, current));
}

/** The version of every sheet that new runs begin with, in the order of the catalogue. */
export function latestSheets(catalogue: Catalogue): readonly Sheet[] {
  return catalogue.sheets.filter((sheet) => latestSheet(catalogue, sheet.id) === sheet);
}

/** Whether new runs begin with another version of the same sheet. */
export function isOutdated(catalogue: Catalogue, sheet: Sheet): boolean {
  return latestSheet(catalogue, sheet.id) !== sheet;
}

/** An item by its id, in the newest version that has it. */
export function findItem(catalogue: Catalogue, id: string): PlacedItem | undefined {
  for (const sheet of newestFirst(catalogue)) {
    for (const area of sheet.areas) {
      const item = area.items.find((candidate) => candidate.id === id);
      if (item) return { sheet, area, item };
    }
  }
  return undefined;
}

/** A measure by its id, in the newest version that has it. */
export function findMeasure(catalogue: Catalogue, id: string): PlacedMeasure | undefined {
  for (const sheet of newestFirst(catalogue)) {
    for (const area of sheet.areas) {
      const measure = area.measures.find((candidate) => candidate.id === id);
      if (measure) return { sheet, area, measure };
    }
  }
  return undefined;
}

/** A clause by its id, or a chapter that has an id of its own. */
export function findClause(catalogue: Catalogue, id: string): PlacedClause | undefined {
  for (const guideline of catalogue.guidelines) {
    for (const chapter of guideline.chapters) {
      const clause = chapter.clauses.find((candidate) => candidate.id === id);
      if (clause) return { guideline, chapter, clause };
      if (chapter.id === id) return { guideline, chapter };
    }
  }
  return undefined;
}

/** What risks are suggested from, in its newest version. */
export function latestRiskGuide({ risks }: Catalogue): RiskGuide | undefined {
  return [...risks].sort((a, b) => compareVersions(b.version, a.version))[0];
}
