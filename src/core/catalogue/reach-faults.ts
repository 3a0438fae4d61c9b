import type { Fault } from '../kernel/contract.ts';
import type { Catalogue } from './catalogue.ts';
import type { Sheet } from './sheet.ts';

type Reach = { readonly two: boolean; readonly three: boolean };

/** Whether one measure brings the item to 2, and one recurring measure or a pair to 3. */
function reachOf(sheet: Sheet, item: string): Reach {
  const effects = sheet.areas
    .flatMap((area) => area.measures)
    .flatMap(({ raises, yearly }) =>
      raises.filter((effect) => effect.item === item).map((effect) => ({ ...effect, recurring: yearly !== undefined })),
    );
  const two = effects.some(({ to, onlyFrom }) => to >= 2 && onlyFrom === undefined);
  const alone = effects.some(({ to, onlyFrom, recurring }) => to === 3 && onlyFrom === undefined && recurring);
  const second = effects.some(({ to, onlyFrom, recurring }) => to === 3 && onlyFrom === 2 && recurring);
  return { two, three: alone || (two && second) };
}

function sheetFaults(sheet: Sheet): readonly Fault[] {
  return sheet.areas.flatMap((area) =>
    area.items.flatMap(({ id: item }) => {
      const { two, three } = reachOf(sheet, item);
      const missing = [...(two ? [] : [2]), ...(three ? [] : [3])];
      return missing.map((step) => {
        const message = `${item} を${step}にできる対策${step === 3 ? '（毎年の対策、または2つの組）' : ''}がありません。`;
        const place = `${sheet.id} ${sheet.version}`;
        return { sheet: place, item, field: 'raises', code: 'catalogue/unreachable', message };
      });
    }),
  );
}

/** Items of the sheets answered in steps that no measure brings to 2, or none (alone or as a pair) to 3. */
export function reachFaults(catalogue: Catalogue): readonly Fault[] {
  return catalogue.sheets.filter((sheet) => sheet.scale.id === 'steps').flatMap(sheetFaults);
}
