import type { Fault } from '../kernel/contract.ts';
import type { Catalogue } from './catalogue.ts';
import type { Sheet } from './sheet.ts';

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function twice(sheet: string, kind: string, ids: readonly string[]): readonly Fault[] {
  return repeated(ids).map((id) => {
    return { sheet, item: id, code: 'catalogue/repeated-id', message: `${kind} ${id} が2回以上あります。` };
  });
}

function orderFaults(sheet: Sheet, place: string, items: readonly string[]): readonly Fault[] {
  const { order } = sheet;
  if (!order) return [];
  const strange = order.filter((id) => !items.includes(id));
  const left = items.filter((id) => !order.includes(id));
  const fault = (item: string, message: string): Fault => {
    return { sheet: place, item, field: 'order', code: 'catalogue/order', message };
  };
  return [
    ...twice(place, '並び順の項目', order),
    ...strange.map((id) => fault(id, `並び順にある ${id} は、この点検票の項目ではありません。`)),
    ...left.map((id) => fault(id, `並び順に ${id} がありません。`)),
  ];
}

function withinSheet(sheet: Sheet): readonly Fault[] {
  const place = `${sheet.id} ${sheet.version}`;
  const items = sheet.areas.flatMap((area) => area.items.map(({ id }) => id));
  const gateFault: Fault = {
    sheet: place,
    item: sheet.gate,
    field: 'gate',
    code: 'catalogue/gate',
    message: `入口の項目 ${sheet.gate} がこの点検票にありません。`,
  };
  return [
    ...twice(
      place,
      '分野',
      sheet.areas.map(({ id }) => id),
    ),
    ...twice(place, '項目', items),
    ...twice(
      place,
      '対策',
      sheet.areas.flatMap((area) => area.measures.map(({ id }) => id)),
    ),
    ...orderFaults(sheet, place, items),
    ...(sheet.gate && !items.includes(sheet.gate) ? [gateFault] : []),
  ];
}

/** Ids of items (or measures) that stand in two different sheets; versions of one sheet share theirs. */
function acrossSheets(
  catalogue: Catalogue,
  kind: string,
  idsOf: (sheet: Sheet) => readonly string[],
): readonly Fault[] {
  const bySheet = new Map<string, Set<string>>();
  for (const sheet of catalogue.sheets) {
    bySheet.set(sheet.id, new Set([...(bySheet.get(sheet.id) ?? []), ...idsOf(sheet)]));
  }
  return twice(
    'すべての点検票',
    kind,
    [...bySheet.values()].flatMap((ids) => [...ids]),
  );
}

/** Every id that is not unique where it must be, and orders and gates that do not fit the items. */
export function idFaults(catalogue: Catalogue): readonly Fault[] {
  const { sheets, guidelines } = catalogue;
  const chapters = guidelines.flatMap((guideline) => guideline.chapters);
  const clauseIds = chapters.flatMap((chapter) => [
    ...(chapter.id ? [chapter.id] : []),
    ...chapter.clauses.map(({ id }) => id),
  ]);
  const versions = sheets.map(({ id, version }) => `${id} ${version}`);
  return [
    ...twice('すべての点検票', '点検票の版', versions),
    ...twice('ガイドライン', '編・章・条項', [...guidelines.map(({ id }) => id), ...clauseIds]),
    ...acrossSheets(catalogue, '項目', (sheet) => sheet.areas.flatMap((area) => area.items.map(({ id }) => id))),
    ...acrossSheets(catalogue, '対策', (sheet) => sheet.areas.flatMap((area) => area.measures.map(({ id }) => id))),
    ...sheets.flatMap(withinSheet),
  ];
}
