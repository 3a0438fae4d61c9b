import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bedClassSchema } from '../organisation/bed-class.ts';
import { facilityTypeSchema } from '../organisation/facility.ts';
import { stages } from '../sheet/stage.ts';
import { type StageCount, stageTable } from './stage-table.ts';

const classes = facilityTypeSchema.options.flatMap((type) =>
  bedClassSchema.options.map((bedClass) => ({ type, bedClass })),
);
const counts = fc
  .uniqueArray(
    fc.record({
      of: fc.constantFrom(...classes),
      stage: fc.constantFrom(...stages),
      facilities: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 400 })),
    }),
    { selector: ({ of, stage }) => `${of.type} ${of.bedClass} ${stage}`, maxLength: 30 },
  )
  .map((rows) => rows.map(({ of, ...rest }): StageCount => ({ ...of, ...rest })));

const total = (rows: readonly StageCount[]) => rows.reduce((sum, { facilities }) => sum + facilities, 0);
const hospital = (bedClass: StageCount['bedClass'], facilities: number): StageCount => ({
  type: 'hospital',
  bedClass,
  stage: 'open',
  facilities,
});
const sizes = (...rows: StageCount[]) =>
  stageTable(rows).classes.map(({ bedClass, facilities }) => [bedClass, facilities]);

describe('counts of facilities by class and stage', () => {
  it('show no number of facilities from one to nine, and every facility in one row', () => {
    fc.assert(
      fc.property(counts, (rows) => {
        const { facilities, classes: shown, total: totals } = stageTable(rows);
        const numbers = [facilities, ...shown.map((row) => row.facilities)];
        expect(numbers.filter((number) => number !== null && number > 0 && number < 10)).toEqual([]);
        const cells = [...shown.map((row) => row.stages), totals].flatMap((row) => Object.values(row));
        expect(cells.filter((cell) => cell !== null && cell < 10)).toEqual([]);
        if (facilities === null) expect(total(rows)).toBeLessThan(10);
        else expect(shown.reduce((sum, row) => sum + (row.facilities ?? Number.NaN), 0)).toBe(facilities);
      }),
    );
  });

  it('keep a class of ten or more apart where nothing smaller needs it, and name each class once', () => {
    fc.assert(
      fc.property(counts, (rows) => {
        const named = stageTable(rows).classes.filter(({ type }) => type !== null);
        for (const { type, bedClass, facilities } of named) {
          const own = rows.filter((row) => row.type === type && row.bedClass === bedClass);
          expect(facilities).toBe(total(own));
        }
        expect(new Set(named.map(({ type, bedClass }) => `${type} ${bedClass}`)).size).toBe(named.length);
      }),
    );
    expect(sizes(hospital('20-99', 10), hospital('100-199', 30))).toEqual([
      ['20-99', 10],
      ['100-199', 30],
    ]);
  });

  it('put small classes together, and the next smallest with them until they are ten', () => {
    expect(sizes(hospital('20-99', 4), hospital('100-199', 6), hospital('200-299', 11))).toEqual([
      ['200-299', 11],
      [null, 10],
    ]);
    expect(sizes(hospital('20-99', 4), hospital('100-199', 30), hospital('200-299', 11))).toEqual([
      ['100-199', 30],
      [null, 15],
    ]);
  });

  it('say nothing but that there are some where the area has fewer than ten', () => {
    expect(stageTable([hospital('20-99', 4)])).toMatchObject({ facilities: null, classes: [{ facilities: null }] });
    expect(stageTable([])).toMatchObject({ facilities: 0, classes: [] });
  });
});
