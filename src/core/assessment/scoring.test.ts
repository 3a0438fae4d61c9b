import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue, Sheet } from '../catalogue/sheet.ts';
import { madeUpArea, madeUpItem, madeUpSheet, madeUpYesNo } from '../catalogue/testing/made-up-catalogue.ts';
import { scoreSheet } from './scoring.ts';
import { answersOf, stepValues } from './testing/made-up-answers.ts';

type Value = AnswerValue | null;
type Filled = readonly (readonly Value[])[];

/** A sheet with one area per list and one item per value, and those answers. */
function filled(areas: Filled) {
  const id = (area: number, item: number): string => `H${area}-${item}`;
  const sheet: Sheet = madeUpSheet(
    'hospital',
    areas.map((values, area) =>
      madeUpArea(
        String(area),
        values.map((_, item) => madeUpItem(id(area, item))),
      ),
    ),
  );
  const pairs = areas.flatMap((values, area) => values.map((value, item) => [id(area, item), value] as const));
  return { sheet, answers: answersOf(Object.fromEntries(pairs)) };
}

function score(areas: Filled) {
  const { sheet, answers } = filled(areas);
  return scoreSheet(sheet, answers);
}

const values = fc.array(fc.constantFrom(...stepValues), { minLength: 1, maxLength: 8 });
const sheets = fc.array(values, { minLength: 1, maxLength: 6 });
const points = (value: Value): number => (value === 'unknown' ? 0 : Number(value));
const counted = (area: readonly Value[]): readonly number[] => {
  return area.filter((value) => value !== null && value !== 'not-applicable').map(points);
};

describe('area score', () => {
  it.each<[readonly Value[], number | null]>([
    [['3', '3'], 3],
    [['2', '1'], 1.5],
    [['3', 'unknown'], 1.5],
    [['3', 'not-applicable', null], 3],
    [['1', '1', '2'], 4 / 3],
    [['unknown'], 0],
    [['not-applicable', null], null],
    [[null], null],
  ])('of %j is %j', (area, expected) => expect(score([area]).areas[0]?.score).toBe(expected));

  it('stays within 0 and 3 and is null exactly where nothing counts', () => {
    fc.assert(
      fc.property(sheets, (areas) => {
        score(areas).areas.forEach((area, index) => {
          expect(area.score === null).toBe(counted(areas[index] ?? []).length === 0);
          expect(area.score ?? 0).toBeGreaterThanOrEqual(0);
          expect(area.score ?? 0).toBeLessThanOrEqual(3);
        });
      }),
    );
  });

  it('does not depend on the order of the items', () => {
    const shuffled = values.chain((area) =>
      fc.tuple(fc.constant(area), fc.shuffledSubarray(area, { minLength: area.length })),
    );
    fc.assert(
      fc.property(shuffled, ([area, other]) => {
        expect(score([other]).areas[0]?.score).toBe(score([area]).areas[0]?.score);
      }),
    );
  });

  it('does not change by items that do not count', () => {
    fc.assert(
      fc.property(values, fc.constantFrom<Value>('not-applicable', null), (area, value) => {
        const [before, after] = [score([area]), score([[...area, value]])];
        expect(after.areas[0]?.score).toBe(before.areas[0]?.score);
        expect(after.weakAreas).toEqual(before.weakAreas);
      }),
    );
  });

  it('never falls when an answer rises', () => {
    const raised = fc.tuple(values, fc.nat({ max: 2 }));
    fc.assert(
      fc.property(raised, ([area, step]) => {
        const lower = score([[...area, String(step) as Value]]);
        const higher = score([[...area, String(step + 1) as Value]]);
        expect(higher.areas[0]?.score ?? 0).toBeGreaterThan(lower.areas[0]?.score ?? 0);
        expect(lower.weakAreas.length).toBeGreaterThanOrEqual(higher.weakAreas.length);
      }),
    );
  });

  it('counts an unknown like a 0', () => {
    fc.assert(
      fc.property(values, (area) => {
        const known = area.map((value): Value => (value === 'unknown' ? '0' : value));
        expect(score([known]).areas[0]?.score).toBe(score([area]).areas[0]?.score);
      }),
    );
  });
});

describe('counts', () => {
  it('of an area sum to its items and tell the four kinds apart', () => {
    fc.assert(
      fc.property(sheets, (areas) => {
        score(areas).areas.forEach(({ answered, notApplicable, unknown, unanswered }, index) => {
          const area = areas[index] ?? [];
          expect(answered + notApplicable + unknown + unanswered).toBe(area.length);
          expect(answered).toBe(area.filter((value) => value !== null && '0123'.includes(value)).length);
          expect(unanswered).toBe(area.filter((value) => value === null).length);
          expect(unknown).toBe(area.filter((value) => value === 'unknown').length);
        });
      }),
    );
  });

  it('of 0 and of unknown are kept apart', () => {
    const scores = score([
      ['0', 'unknown', '1'],
      ['0', null, 'not-applicable', 'unknown', 'unknown'],
    ]);
    expect([scores.zeroAnswers, scores.unknownAnswers]).toEqual([2, 3]);
  });

  it('take items missing from the answers for unanswered and ignore strangers', () => {
    const { sheet } = filled([['1', '2']]);
    const scores = scoreSheet(sheet, answersOf({ 'H0-1': '3', 'H9-9': '0' }));
    expect(scores).toMatchObject({ score: 3, zeroAnswers: 0, areas: [{ answered: 1, unanswered: 1 }] });
  });
});

describe('sheet score', () => {
  it('is the mean of areas, so that a large area does not dominate', () => {
    expect(score([['0', '0', '0', '0', '0', '0'], ['3']]).score).toBe(1.5);
  });

  it('leaves out areas without a score', () => {
    expect(score([['2'], ['not-applicable'], [null]]).score).toBe(2);
    expect(score([['not-applicable'], [null]]).score).toBeNull();
  });

  it('agrees with exact fractions', () => {
    fc.assert(
      fc.property(sheets, (areas) => {
        const scored = areas.map(counted).filter((area) => area.length > 0);
        const whole = scored.reduce((product, area) => product * BigInt(area.length), 1n);
        const sum = scored.reduce((total, area) => {
          return total + (whole / BigInt(area.length)) * BigInt(area.reduce((a, b) => a + b, 0));
        }, 0n);
        const exact = scored.length === 0 ? null : Number(sum) / (Number(whole) * scored.length);
        if (exact === null) expect(score(areas).score).toBeNull();
        else expect(score(areas).score).toBeCloseTo(exact, 12);
      }),
    );
  });

  it('is null where the scale has no points', () => {
    const sheet = madeUpSheet('checklist-institution', [madeUpArea('1', [madeUpItem('R7-H-1-01')])], {
      scale: madeUpYesNo,
    });
    const scores = scoreSheet(sheet, answersOf({ 'R7-H-1-01': 'yes' }));
    expect(scores).toMatchObject({ score: null, weakAreas: [], areas: [{ score: null, answered: 1 }] });
  });
});

describe('weak areas', () => {
  it.each<[readonly Value[], boolean]>([
    [['1', '2'], true],
    [['2', '2', '1', '1'], true],
    [['2', '2', '2', '1'], false],
    [['2', '2', '1'], false],
    [['unknown'], true],
    [['not-applicable'], false],
  ])('%j is weak: %j', (area, weak) => expect(score([area]).weakAreas).toEqual(weak ? ['0'] : []));

  it('are those at 1.5 or below, decided in whole numbers', () => {
    fc.assert(
      fc.property(sheets, (areas) => {
        const weak = areas.flatMap((area, index) => {
          const steps = counted(area).map(BigInt);
          const sum = steps.reduce((a, b) => a + b, 0n);
          return steps.length > 0 && sum * 10n <= 15n * BigInt(steps.length) ? [String(index)] : [];
        });
        expect(score(areas).weakAreas).toEqual(weak);
      }),
    );
  });
});
