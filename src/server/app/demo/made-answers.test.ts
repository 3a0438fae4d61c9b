import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import type { AnswerValue, Sheet, SheetId } from '#core/catalogue/sheet.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { momentIn } from './calendar.ts';
import { shareOf, wobbleOf } from './draw.ts';
import { exemptionOf } from './exemption.ts';
import { areaOffsets, itemOffsets } from './item-offsets.ts';
import type { DemoFacility } from './listed-facility.ts';
import { madeAnswers } from './made-answers.ts';
import { region } from './region.ts';

const catalogue = loadCatalogue();
function sheetOf(id: SheetId): Sheet {
  const sheet = latestSheet(catalogue, id);
  if (!sheet) throw new Error(`no ${id}`);
  return sheet;
}
const hospitals = region.filter(({ type }) => type === 'hospital');
const small = region.filter(({ type }) => type !== 'hospital');
const answersOf = (facility: DemoFacility, year: number) =>
  madeAnswers(facility, sheetOf(facility.type === 'hospital' ? 'hospital' : 'small-facility'), year);
const shareIn = (facilities: readonly DemoFacility[], year: number, value: AnswerValue) => {
  const answers = facilities.flatMap((facility) => answersOf(facility, year));
  return answers.filter((answer) => answer.value === value).length / answers.length;
};
const meanOfArea = (id: string) => {
  const items = new Set(
    sheetOf('hospital')
      .areas.find((area) => area.id === id)
      ?.items.map((item) => item.id),
  );
  const points = hospitals
    .flatMap((facility) => answersOf(facility, 1))
    .filter(({ itemId, value }) => items.has(itemId) && value.length === 1)
    .map(({ value }) => Number(value));
  return points.reduce((sum, point) => sum + point, 0) / points.length;
};

describe('made answers', () => {
  test('answer every item once and are the same at every start', () => {
    const [facility] = hospitals;
    if (!facility) throw new Error('no hospital');
    const answers = answersOf(facility, 2);
    expect(new Set(answers.map(({ itemId }) => itemId)).size).toBe(80);
    expect(madeAnswers({ ...facility }, sheetOf('hospital'), 2)).toEqual(answers);
    expect(answersOf(facility, 1)).not.toEqual(answers);
  });

  test('leave more unknown in small houses, and less from year to year', () => {
    const large = hospitals.filter(({ beds }) => (beds ?? 0) >= 300);
    expect(shareIn(small, 0, 'unknown')).toBeGreaterThan(2 * shareIn(large, 0, 'unknown'));
    for (const facilities of [hospitals, small]) {
      const [first = 0, second = 0, third = 0] = [0, 1, 2].map((year) => shareIn(facilities, year, 'unknown'));
      expect(first).toBeGreaterThan(second);
      expect(second).toBeGreaterThan(third);
      expect(third).toBeGreaterThan(0);
    }
  });

  test('are 対象外 for a few items only, each with its reason in the note', () => {
    const answers = region.flatMap((facility) => answersOf(facility, 2));
    const exempt = answers.filter(({ value }) => value === 'not-applicable');
    expect(exempt.length).toBeGreaterThan(20);
    expect(exempt.length / answers.length).toBeLessThan(0.05);
    for (const { note } of exempt) expect(note).toMatch(/。$/);
    expect(new Set(exempt.map(({ note }) => note)).size).toBeGreaterThan(5);
  });

  test('carry a note here and there', () => {
    const answers = hospitals.flatMap((facility) => answersOf(facility, 2));
    const noted = answers.filter(({ note }) => note !== '').length / answers.length;
    expect(noted).toBeGreaterThan(0.08);
    expect(noted).toBeLessThan(0.3);
  });

  test('are lower where it is hard everywhere and higher where it is easy', () => {
    const [hard, easy] = [
      ['15', '16', '18', '19', '21'],
      ['06', '10', '12'],
    ];
    expect(Math.max(...hard.map(meanOfArea))).toBeLessThan(Math.min(...easy.map(meanOfArea)));
  });

  test('name only areas and items that the sheets have', () => {
    const areas = [...sheetOf('hospital').areas, ...sheetOf('small-facility').areas];
    const items = areas.flatMap((area) => area.items.map(({ id }) => id));
    expect(areas.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(areaOffsets)));
    expect(items).toEqual(expect.arrayContaining(Object.keys(itemOffsets)));
  });
});

test('an exemption holds in every year', () => {
  const wireless = hospitals.filter((facility) => exemptionOf(facility, 'H07-6'));
  expect(wireless.length).toBeGreaterThan(0);
  for (const facility of wireless) {
    for (const year of [0, 1, 2]) {
      expect(answersOf(facility, year).find(({ itemId }) => itemId === 'H07-6')?.value).toBe('not-applicable');
    }
  }
});

describe('draws', () => {
  test('depend on the key alone and spread evenly', () => {
    const shares = Array.from({ length: 2000 }, (_, index) => shareOf('even', index));
    expect(shareOf('even', 7)).toBe(shares[7]);
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    expect(mean).toBeGreaterThan(0.47);
    expect(mean).toBeLessThan(0.53);
    expect(Math.min(...shares)).toBeLessThan(0.01);
    expect(Math.max(...shares)).toBeGreaterThan(0.99);
  });

  test('wobble around 0 with standard deviation 1', () => {
    const wobbles = Array.from({ length: 2000 }, (_, index) => wobbleOf('bell', index));
    const variance = wobbles.reduce((sum, wobble) => sum + wobble ** 2, 0) / wobbles.length;
    expect(variance).toBeGreaterThan(0.9);
    expect(variance).toBeLessThan(1.1);
  });
});

test('a moment lies in its fiscal year, on a working day where there is one, and never after now', () => {
  const share = fc.double({ min: 0, max: 0.95, noNaN: true });
  const now = fc.date({
    min: new Date('2026-04-01T00:00:00Z'),
    max: new Date('2027-03-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(fc.integer({ min: 2024, max: 2026 }), now, share, share, (year, at, ...shares) => {
      const moment = momentIn(year, at, ...shares);
      expect(fiscalYearOf(moment)).toBe(year);
      expect(moment.getTime()).toBeLessThanOrEqual(at.getTime());
    }),
  );
});
