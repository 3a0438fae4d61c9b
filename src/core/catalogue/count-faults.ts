import type { Fault } from '../kernel/contract.ts';
import type { Catalogue } from './catalogue.ts';
import type { ContentCounts } from './content-counts.ts';
import type { Guideline } from './guideline.ts';
import type { Sheet } from './sheet.ts';

type Counted = { readonly name: string; readonly found: number; readonly expected: number };

function countFault(sheet: string, field: string, { name, found, expected }: Counted): Fault {
  const message = `${name}の数が${found}です。${expected}のはずです。`;
  return { sheet, field, code: 'catalogue/count', message };
}

function compare(
  found: ReadonlyMap<string, number>,
  expected: Readonly<Record<string, number>>,
  nameOf: (id: string) => string,
): readonly Counted[] {
  const ids = [...new Set([...found.keys(), ...Object.keys(expected)])];
  return ids
    .map((id) => ({ name: nameOf(id), found: found.get(id) ?? 0, expected: expected[id] ?? 0, exists: found.has(id) }))
    .filter(({ exists, ...count }) => count.found !== count.expected || !exists);
}

function missingExpectation(sheet: string): Fault {
  const message = '項目の数の決まりがありません。content-counts.ts に数を書いてください。';
  return { sheet, code: 'catalogue/count-not-set', message };
}

function sheetFaults(sheet: Sheet, counts: ContentCounts): readonly Fault[] {
  const place = `${sheet.id} ${sheet.version}`;
  const expected = counts.sheets[place];
  if (!expected) return [missingExpectation(place)];
  const items = new Map(sheet.areas.map((area) => [area.id, area.items.length]));
  const measures = sheet.areas.reduce((sum, area) => sum + area.measures.length, 0);
  const wrong = compare(items, expected.areas, (id) => `分野${id}の項目`);
  const faults = wrong.map((count) => countFault(place, 'areas', count));
  if (measures === expected.measures) return faults;
  return [...faults, countFault(place, 'measures', { name: '対策', found: measures, expected: expected.measures })];
}

function guidelineFaults(guideline: Guideline, counts: ContentCounts): readonly Fault[] {
  const expected = counts.guidelines[guideline.id];
  if (!expected) return [missingExpectation(guideline.id)];
  const clauses = new Map(guideline.chapters.map(({ no, clauses }) => [String(no), clauses.length]));
  const wrong = compare(clauses, expected, (no) => `${no}章の条項`);
  return wrong.map((count) => countFault(guideline.id, 'chapters', count));
}

/** A sheet that must be there but is not, and every number of items, measures or clauses that is not as set. */
export function countFaults(catalogue: Catalogue, counts: ContentCounts): readonly Fault[] {
  const present = new Set([
    ...catalogue.sheets.map(({ id, version }) => `${id} ${version}`),
    ...catalogue.guidelines.map(({ id }) => id),
  ]);
  const missing = [...Object.keys(counts.sheets), ...Object.keys(counts.guidelines)].filter((id) => !present.has(id));
  return [
    ...missing.map((sheet) => ({ sheet, code: 'catalogue/missing', message: `${sheet} がありません。` })),
    ...catalogue.sheets.flatMap((sheet) => sheetFaults(sheet, counts)),
    ...catalogue.guidelines.flatMap((guideline) => guidelineFaults(guideline, counts)),
  ];
}
