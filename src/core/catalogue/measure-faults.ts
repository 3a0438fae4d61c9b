import type { Fault } from '../kernel/contract.ts';
import { type Catalogue, findMeasure } from './catalogue.ts';
import type { Measure, Sheet } from './sheet.ts';

type Complaint = { readonly field: string; readonly message: string };

function raisedFaults({ id, raises }: Measure, items: ReadonlySet<string>): readonly Complaint[] {
  const raised = raises.map(({ item }) => item);
  const strange = raised.filter((item) => !items.has(item));
  const again = raised.filter((item, index) => raised.indexOf(item) !== index);
  return [
    ...(raises.length === 0 ? [`${id} は何も上げません。`] : []),
    ...strange.map((item) => `${id} が上げる ${item} は、この点検票にありません。`),
    ...again.map((item) => `${id} が ${item} を2回上げています。`),
  ].map((message) => ({ field: 'raises', message }));
}

/** Step 3 means recorded and reviewed at intervals: only a measure that comes back every year reaches it. */
function stepFaults({ id, raises, yearly }: Measure): readonly Complaint[] {
  return raises.flatMap(({ item, to, onlyFrom }) => {
    const misplaced = onlyFrom !== undefined && to !== 3;
    const once = to === 3 && !yearly;
    return [
      ...(misplaced ? [{ field: 'raises', message: `${id} が ${item} を「2のときだけ」上げる先は3です。` }] : []),
      ...(once
        ? [{ field: 'raises', message: `${id} は一回だけの対策なので、${item} を3にはできません（2まで）。` }]
        : []),
    ];
  });
}

function requiredFaults(catalogue: Catalogue, { id, requires }: Measure): readonly Complaint[] {
  return requires
    .filter((required) => !findMeasure(catalogue, required))
    .map((required) => ({ field: 'requires', message: `${id} の前に要る対策 ${required} が見つかりません。` }));
}

function sheetFaults(catalogue: Catalogue, sheet: Sheet): readonly Fault[] {
  const items = new Set(sheet.areas.flatMap((area) => area.items.map(({ id }) => id)));
  const measures = sheet.areas.flatMap((area) => area.measures);
  return measures.flatMap((measure) =>
    [...raisedFaults(measure, items), ...stepFaults(measure), ...requiredFaults(catalogue, measure)].map(
      (complaint) => ({
        sheet: `${sheet.id} ${sheet.version}`,
        item: measure.id,
        code: 'catalogue/measure',
        ...complaint,
      }),
    ),
  );
}

/** Measures that raise items nobody has, need measures nobody has, or reach 3 without coming back every year. */
export function measureFaults(catalogue: Catalogue): readonly Fault[] {
  return catalogue.sheets.flatMap((sheet) => sheetFaults(catalogue, sheet));
}
