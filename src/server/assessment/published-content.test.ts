import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#core/assessment/result.ts';
import type { Answers } from '#core/assessment/scoring.ts';
import { findItem, findMeasure, latestSheet } from '#core/catalogue/catalogue.ts';
import { type AnswerValue, itemsOf, type Sheet, type SheetId } from '#core/catalogue/sheet.ts';
import { loadCatalogue } from '#server/catalogue/index.ts';

const catalogue = loadCatalogue();
const measureOf = (id: string) => findMeasure(catalogue, id)?.measure;

function sheetOf(id: SheetId): Sheet {
  const sheet = latestSheet(catalogue, id);
  if (!sheet) throw new Error(`no sheet ${id}`);
  return sheet;
}
function filled(sheet: Sheet, valueOf: (item: string, index: number) => AnswerValue | null): Answers {
  return new Map(itemsOf(sheet).map(({ id }, index) => [id, { value: valueOf(id, index) }]));
}
const [hospital, executive, small, network] = [
  sheetOf('hospital'),
  sheetOf('executive'),
  sheetOf('small-facility'),
  sheetOf('network-level'),
];
const stepSheets = [hospital, executive, small];
const values = fc.constantFrom<(AnswerValue | null)[]>('0', '0', '1', '1', '2', '3', 'unknown', 'not-applicable', null);
const runs = fc
  .constantFrom(...stepSheets)
  .chain((sheet) => fc.tuple(fc.constant(sheet), fc.array(values, { minLength: 80, maxLength: 80 })));

describe('the published step sheets', () => {
  it('all at 0 have every area weak and every measure to offer', () => {
    const offered = stepSheets.map((sheet) => {
      const result = assess(
        sheet,
        filled(sheet, () => '0'),
        { measureOf },
      );
      expect([result.score, result.weakAreas.length, result.elsewhere]).toEqual([0, sheet.areas.length, []]);
      expect(result.zeroAnswers).toBe(itemsOf(sheet).length);
      return result.measures.length;
    });
    expect(offered).toEqual([98, 19, 25]);
  });

  it('all at 3 have nothing to do, and unanswered no score', () => {
    for (const sheet of stepSheets) {
      const best = assess(
        sheet,
        filled(sheet, () => '3'),
        { measureOf },
      );
      expect(best).toMatchObject({ score: 3, weakAreas: [], measures: [], elsewhere: [], firstSix: [] });
      const empty = assess(sheet, new Map(), { measureOf });
      expect(empty).toMatchObject({ score: null, weakAreas: [], measures: [], zeroAnswers: 0 });
      expect(empty).not.toHaveProperty('network');
    }
  });

  it('offer for every low item of a weak area a measure that brings it to 2', () => {
    fc.assert(
      fc.property(runs, ([sheet, list]) => {
        const answers = filled(sheet, (_item, index) => list[index] ?? null);
        const { weakAreas, measures, elsewhere } = assess(sheet, answers, { measureOf });
        const lifted = [...measures, ...elsewhere].flatMap(({ causes }) =>
          causes.filter(({ to, onlyFrom }) => to >= 2 && !onlyFrom).map(({ item }) => item),
        );
        const low = sheet.areas
          .filter(({ id }) => weakAreas.includes(id))
          .flatMap((area) =>
            area.items.filter(({ id }) => ['0', '1', 'unknown'].includes(answers.get(id)?.value ?? '')),
          );
        expect(low.filter(({ id }) => !lifted.includes(id))).toEqual([]);
      }),
    );
  });

  it('offer only measures with a cause in answers that stand lower', () => {
    fc.assert(
      fc.property(runs, ([sheet, list]) => {
        const answers = filled(sheet, (_item, index) => list[index] ?? null);
        const { weakAreas, measures } = assess(sheet, answers, { measureOf });
        for (const { id, area, causes } of measures) {
          expect(weakAreas).toContain(area);
          expect(causes.length).toBeGreaterThan(0);
          const effects = measureOf(id)?.raises ?? [];
          for (const { item, from, to } of causes) {
            expect(effects).toContainEqual(expect.objectContaining({ item, to }));
            expect(answers.get(item)?.value).toBe(
              from === 0 && answers.get(item)?.value === 'unknown' ? 'unknown' : String(from),
            );
            expect(from).toBeLessThan(to);
          }
        }
      }),
    );
  });

  it('have six measures to begin with, of six areas, without cost and each ready to begin', () => {
    const { firstSix, measures } = assess(
      hospital,
      filled(hospital, () => '0'),
      { measureOf },
    );
    const first = firstSix.flatMap((id) => measures.find((measure) => measure.id === id) ?? []);
    expect(new Set(first.map(({ area }) => area)).size).toBe(6);
    expect(first.map(({ costClass, gain }) => [costClass, gain])).toEqual(Array(6).fill([0, 'to-2']));
    expect(first.flatMap(({ prerequisites }) => prerequisites.filter(({ blocks }) => blocks))).toEqual([]);
  });

  it('show a prerequisite from another sheet without a run as a hint', () => {
    const { measures } = assess(
      executive,
      filled(executive, () => '0'),
      { measureOf },
    );
    const [hint] = measures.find(({ id }) => id === 'ME4')?.prerequisites ?? [];
    expect(hint).toMatchObject({ id: 'M03-3', blocks: false });
    expect(hint?.title).not.toBe('');
  });
});

describe('the published network sheet', () => {
  const items = itemsOf(network).map(({ id }) => id);
  const combinations = Array.from({ length: 4096 }, (_, bits) => {
    return filled(network, (_item, index) => ((bits >> index) & 1 ? 'yes' : 'no'));
  });

  it('has no scores, and a level', () => {
    const result = assess(network, new Map(), { measureOf });
    expect(result).toMatchObject({ score: null, areas: [], weakAreas: [], measures: [], zeroAnswers: 0 });
    expect(result.network).toMatchObject({
      level: 0,
      axes: { external: '×', media: '×', internal: '×' },
      unanswered: items,
    });
  });

  it('rises by at least one level when the steps without the optional ones are taken', () => {
    for (const answers of combinations) {
      const before = assess(network, answers, { measureOf }).network;
      const sets = before?.steps.filter(({ optional }) => !optional).flatMap((step) => step.sets) ?? [];
      const taken = filled(network, (item) => (sets.includes(item) ? 'yes' : (answers.get(item)?.value ?? null)));
      const after = assess(network, taken, { measureOf }).network;
      const level = before?.level ?? 0;
      expect(after?.level, JSON.stringify([...answers])).toBeGreaterThanOrEqual(Math.min(3, level + 1));
    }
  });

  it('has steps to take at every level but 3, none of them はい already', () => {
    for (const answers of combinations) {
      const { level, steps } = assess(network, answers, { measureOf }).network ?? { level: -1, steps: [] };
      expect(steps.length > 0).toBe(level < 3);
      for (const { sets } of steps) expect(sets.filter((item) => answers.get(item)?.value === 'yes')).toEqual([]);
    }
  });

  it('names what stands before the IoMT section and is no step', () => {
    const isYes = (item: string) => (['N10', 'N11', 'N12'].includes(item) ? 'no' : 'yes');
    const { level, steps } = assess(network, filled(network, isYes), { measureOf }).network ?? { level: -1, steps: [] };
    expect(level).toBe(2);
    expect(steps.map(({ measure }) => measure)).toEqual(['M03-4', 'M07-8', 'M07-9', 'M13-1', 'M13-2']);
    expect(steps.find(({ measure }) => measure === 'M07-9')?.before.map(({ id }) => id)).toEqual(['M03-1', 'M03-2']);
  });

  it('marks the central gateway as optional and knows what it costs', () => {
    const isYes = (item: string) => (['N1', 'N2', 'N5'].includes(item) ? 'yes' : 'no');
    const { steps } = assess(network, filled(network, isYes), { measureOf }).network ?? { steps: [] };
    const optional = steps.filter((step) => step.optional);
    expect(optional).toMatchObject([
      { measure: 'M07-7', costClass: 3, personDays: 15, role: '企画管理者+事業者', sets: ['N3', 'N4'] },
    ]);
  });
});

describe('contradictions of the executive sheet', () => {
  it('name one executive item and technical items each, once per item', () => {
    const executives = (executive.contradictions ?? []).map((contradiction) => contradiction.executive);
    expect(executives.length).toBeGreaterThan(0);
    expect(new Set(executives).size).toBe(executives.length);
    for (const { items } of executive.contradictions ?? []) {
      for (const item of items) expect(findItem(catalogue, item)?.sheet.id).toBe('hospital');
    }
  });
});
