import type { Condition } from '../kernel/condition.ts';
import type { Fault } from '../kernel/contract.ts';
import { type Catalogue, findMeasure } from './catalogue.ts';
import type { Sheet } from './sheet.ts';

type Named = {
  readonly field: 'effects' | 'ladder';
  readonly by: string;
  readonly measures: readonly string[];
  readonly items: readonly string[];
};

function itemsIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(itemsIn);
  if ('any' in condition) return condition.any.flatMap(itemsIn);
  if ('not' in condition) return itemsIn(condition.not);
  if ('equals' in condition) return [condition.equals.item];
  if ('within' in condition) return [condition.within.item];
  return [condition.atLeast.item];
}

/** Every measure and item that an effect or a row of the ladder names. */
function namedBy(sheet: Sheet): readonly Named[] {
  const effects = (sheet.effects ?? []).map(({ measure, sets, requires }): Named => {
    return { field: 'effects', by: measure, measures: [measure, ...(requires ?? [])], items: sets };
  });
  const ladder = (sheet.ladder ?? []).map(({ measure, sets, prepares, when }): Named => {
    const items = [...sets, ...(prepares ?? []), ...(when ? itemsIn(when) : [])];
    return { field: 'ladder', by: measure, measures: [measure], items };
  });
  return [...effects, ...ladder];
}

function sheetFaults(catalogue: Catalogue, sheet: Sheet): readonly Fault[] {
  const place = `${sheet.id} ${sheet.version}`;
  const items = sheet.areas.flatMap((area) => area.items.map(({ id }) => id));
  const lost = namedBy(sheet).flatMap(({ field, by, measures, items: named }) =>
    [...measures.filter((id) => !findMeasure(catalogue, id)), ...named.filter((id) => !items.includes(id))].map(
      (id) => {
        const message = `${by} の ${field} にある ${id} が見つかりません。`;
        return { sheet: place, item: by, field, code: 'catalogue/ladder', message };
      },
    ),
  );
  const reached = new Set((sheet.effects ?? []).flatMap(({ sets }) => sets));
  const unreached = sheet.effects ? items.filter((id) => !reached.has(id)) : [];
  return [
    ...lost,
    ...unreached.map((item) => {
      const message = `${item} を「はい」にする対策がありません。`;
      return { sheet: place, item, field: 'effects', code: 'catalogue/unreachable', message };
    }),
  ];
}

/** Effects and rows of the ladder that name what nobody has, and items no effect turns into はい. */
export function ladderFaults(catalogue: Catalogue): readonly Fault[] {
  return catalogue.sheets.flatMap((sheet) => sheetFaults(catalogue, sheet));
}
