import type { Fault } from '../kernel/contract.ts';
import type { Catalogue } from './catalogue.ts';

const placeholder = /[（(]準備中[）)]/;

/** Paths of all texts below `value` that are empty or still say （準備中）, and of lists of evidence without any. */
function unfinished(value: unknown, path: string): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' || placeholder.test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (path.endsWith('evidence') && Object.keys(value).length === 0) return [path];
  return Object.entries(value).flatMap(([key, part]) => unfinished(part, path ? `${path}.${key}` : key));
}

function faultsOf(sheet: string, item: string | undefined, value: unknown): readonly Fault[] {
  return unfinished(value, '').map((field) => {
    const message = `${item ?? sheet} の ${field} がまだ書かれていません（空か「準備中」のまま）。`;
    return { sheet, ...(item ? { item } : {}), field, code: 'catalogue/unwritten', message };
  });
}

/** Every text that is empty or left as （準備中）, and evidence nobody named, with the item and field it stands in. */
export function wordingFaults(catalogue: Catalogue): readonly Fault[] {
  const inSheets = catalogue.sheets.flatMap(({ areas, ...head }) => {
    const place = `${head.id} ${head.version}`;
    return [
      ...faultsOf(place, undefined, head),
      ...areas.flatMap(({ items, measures, ...area }) => [
        ...faultsOf(place, area.id, area),
        ...[...items, ...measures].flatMap((part) => faultsOf(place, part.id, part)),
      ]),
    ];
  });
  return [
    ...inSheets,
    ...catalogue.guidelines.flatMap((guideline) => faultsOf(guideline.id, undefined, guideline)),
    ...catalogue.words.flatMap((word) => faultsOf('words', word.term, word)),
  ];
}
