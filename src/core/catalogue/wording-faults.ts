import type { Fault } from '../kernel/contract.ts';
import type { Catalogue } from './catalogue.ts';
import type { Sheet } from './sheet.ts';

/** What the sheets with questions of our own are called; the lists of the ministry say what they are themselves. */
const ownNotice = 'ガイドライン・チェックリストに基づく独自設問';
const ofTheMinistry = /^checklist-/;

/** What a sheet of our own calls itself, where that is not what it is: the questions are nobody else's. */
function misnamed({ id, version, title, description, notice }: Sheet): readonly Fault[] {
  if (ofTheMinistry.test(id)) return [];
  const place = { sheet: `${id} ${version}`, code: 'catalogue/misnamed' } as const;
  const fault = (field: string, message: string): Fault => ({ ...place, field, message });
  const borrowed = Object.entries({ title, description, notice }).filter(([, words]) => /HAIP/i.test(words));
  return [
    ...borrowed.map(([field]) => fault(field, `${id} の ${field} に「HAIP」と書かれています。設問は独自のものです。`)),
    ...(notice === ownNotice ? [] : [fault('notice', `${id} の notice は「${ownNotice}」と書きます。`)]),
  ];
}

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

/** Every text that is empty or left as （準備中）, evidence nobody named, and a sheet of our own under another name, with the item and field it stands in. */
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
    ...catalogue.sheets.flatMap(misnamed),
    ...catalogue.guidelines.flatMap((guideline) => faultsOf(guideline.id, undefined, guideline)),
    ...catalogue.words.flatMap((word) => faultsOf('words', word.term, word)),
  ];
}
