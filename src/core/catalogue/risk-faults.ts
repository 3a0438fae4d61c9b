import type { Fault } from '../kernel/contract.ts';
import { type Catalogue, findMeasure } from './catalogue.ts';
import type { RiskGuide, RiskPattern } from './risk-guide.ts';

type Known = { readonly areas: ReadonlySet<string>; readonly measure: (id: string) => boolean };

function strange(guide: RiskGuide, { areas, measure }: Known, pattern: RiskPattern): readonly Fault[] {
  const fault = (field: string, message: string): Fault => ({
    sheet: `risk-guide ${guide.version}`,
    item: pattern.id,
    field,
    code: 'catalogue/link',
    message,
  });
  const missing = (field: string, ids: readonly string[], has: (id: string) => boolean) =>
    ids.filter((id) => !has(id)).map((id) => fault(field, `${pattern.id} の ${field} にある ${id} が見つかりません。`));
  const speaks = pattern.areas.length + pattern.axes.length + pattern.incidents.length > 0;
  return [
    ...missing('areas', pattern.areas, (id) => areas.has(id)),
    ...missing('incidents', pattern.incidents, (id) => guide.incidents.some((one) => one.id === id)),
    ...missing(
      'treatments',
      pattern.treatments.map((one) => one.measure),
      measure,
    ),
    ...missing(
      'treatments',
      pattern.treatments.map((one) => one.line),
      (id) => guide.lines.some((one) => one.id === id),
    ),
    ...(speaks ? [] : [fault('areas', `${pattern.id} の案を出すきっかけが、一つもありません。`)]),
  ];
}

function twice({ version, lines, incidents, patterns }: RiskGuide): readonly Fault[] {
  return [lines, incidents, patterns].flatMap((all) => {
    const ids = all.map(({ id }) => id);
    return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => {
      const message = `${id} が2回以上あります。`;
      return { sheet: `risk-guide ${version}`, item: id, code: 'catalogue/repeated-id', message };
    });
  });
}

/** Patterns of risks that name what is not there, or nothing they could be suggested by; ids given twice. */
export function riskFaults(catalogue: Catalogue): readonly Fault[] {
  const areas = new Set(catalogue.sheets.flatMap((sheet) => sheet.areas.map(({ id }) => id)));
  const known = { areas, measure: (id: string) => findMeasure(catalogue, id) !== undefined };
  return catalogue.risks.flatMap((guide) => [
    ...twice(guide),
    ...guide.patterns.flatMap((pattern) => strange(guide, known, pattern)),
  ]);
}
