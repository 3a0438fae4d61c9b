import { describe, expect, it } from 'vitest';
import type { Sheet } from '../catalogue/sheet.ts';
import { madeUpArea, madeUpItem, madeUpSheet } from '../catalogue/testing/made-up-catalogue.ts';
import { madeUpR8 } from '../catalogue/testing/made-up-r8.ts';
import { carryVendorConditions, withoutVendorCondition } from '../catalogue/vendor-condition.ts';
import { isChecklist, lackingDays, needsTarget } from './checklist.ts';
import { dayFaults } from './day-faults.ts';
import { type OfferedAnswer, sortOffer } from './offered-answers.ts';
import { asksForVendors, setAsideItems } from './set-aside.ts';

const ids = ['R7-H-0', 'R7-H-1-01', 'R7-H-2-01', 'R7-H-2-02', 'R7-H-2-03'];
const sheet: Sheet = {
  ...madeUpSheet('checklist-institution', [
    madeUpArea(
      'R7-0',
      ids.map((id) => madeUpItem(id, { needsVendor: ['R7-H-2-02', 'R7-H-2-03'].includes(id) })),
    ),
  ]),
  gate: 'R7-H-0',
  scale: {
    id: 'yes-no',
    values: [
      { value: 'yes', label: 'はい' },
      { value: 'no', label: 'いいえ' },
      { value: 'unknown', label: '分からない' },
    ],
    guidance: [],
  },
};
const days = { sheet, fiscalYear: 2026, today: '2026-11-27' };
const nothing = { confirmedOn: null, targetOn: null };

describe('the days of an answer', () => {
  it('are asked for by a checklist alone', () => {
    expect(isChecklist('checklist-vendor')).toBe(true);
    expect(isChecklist('hospital')).toBe(false);
    expect(lackingDays({ id: 'hospital' }, 'H01-1', { value: 'no' })).toEqual([]);
  });

  it.each([
    ['はい needs the day it was confirmed', 'R7-H-1-01', { value: 'yes', ...nothing }, ['confirmedOn']],
    ['いいえ needs a target too', 'R7-H-1-01', { value: 'no', ...nothing }, ['confirmedOn', 'targetOn']],
    ['分からない counts as いいえ', 'R7-H-1-01', { value: 'unknown', confirmedOn: '2026-11-27' }, ['targetOn']],
    ['いいえ at the gate leaves nothing to mend', 'R7-H-0', { value: 'no', confirmedOn: '2026-11-27' }, []],
    ['nothing answered needs nothing', 'R7-H-1-01', { value: null }, []],
  ])('%s', (_, item, answer, lacking) => {
    expect(lackingDays(sheet, item, answer)).toEqual(lacking);
  });

  it.each([
    ['today', { value: 'yes', confirmedOn: '2026-11-27', targetOn: null }, []],
    ['tomorrow', { value: 'yes', confirmedOn: '2026-11-28', targetOn: null }, ['confirmed-not-valid']],
    ['in the year before', { value: 'yes', confirmedOn: '2025-04-01', targetOn: null }, []],
    [
      'while the year is being typed',
      { value: 'yes', confirmedOn: '0202-11-27', targetOn: null },
      ['confirmed-not-valid'],
    ],
    ['target on the last day', { value: 'no', confirmedOn: null, targetOn: '2027-03-31' }, []],
    ['target after the year', { value: 'no', confirmedOn: null, targetOn: '2027-04-01' }, ['target-not-valid']],
    ['target before the year', { value: 'no', confirmedOn: null, targetOn: '2026-03-31' }, ['target-not-valid']],
    ['target of a はい', { value: 'yes', confirmedOn: null, targetOn: '2027-03-31' }, ['target-not-valid']],
    ['without an answer', { value: null, confirmedOn: '2026-11-27', targetOn: null }, ['days-not-taken']],
  ])('are judged: %s', (_, answer, codes) => {
    expect(dayFaults('R7-H-1-01', answer, days).map(({ code }) => code)).toEqual(codes);
  });

  it('are taken by no other sheet', () => {
    const frame = { ...days, sheet: { id: 'hospital' as const } };
    expect(dayFaults('H01-1', { value: '2', confirmedOn: '2026-11-27', targetOn: null }, frame)).toMatchObject([
      { code: 'days-not-taken' },
    ]);
  });
});

describe('what need not be filled in', () => {
  const aside = (gate: string | null, withoutVendor: boolean) =>
    [...setAsideItems(sheet, (id) => (id === 'R7-H-0' ? gate : null), { withoutVendor })].map(
      ([id, why]) => `${id} ${why}`,
    );

  it('is everything but the gate, where that is answered いいえ', () => {
    expect(aside('no', true)).toEqual(ids.slice(1).map((id) => `${id} gate`));
  });

  it('is what asks about vendors, where none is under contract', () => {
    expect(aside('yes', true)).toEqual(['R7-H-2-02 without-vendor', 'R7-H-2-03 without-vendor']);
    expect(aside('unknown', false)).toEqual([]);
    expect(asksForVendors(sheet)).toBe(true);
  });

  it('is the same in a version that follows over a bridge', () => {
    const r8 = madeUpR8(withoutVendorCondition(sheet));
    const [, carried] = carryVendorConditions([sheet, r8.sheet], [r8.bridge]);
    expect(carried && [...setAsideItems(carried, () => null, { withoutVendor: true }).keys()]).toEqual([
      'R8-H-2-02',
      'R8-H-2-03',
    ]);
  });
});

describe('answers offered to a checklist', () => {
  const items = new Map(sheet.areas.flatMap((area) => area.items.map((item) => [item.id, item])));
  const standing = {
    value: 'no',
    note: '',
    revision: 1,
    toConfirm: false,
    confirmedOn: '2026-06-01',
    targetOn: '2026-12-31',
  } as const;
  const sorted = (offer: Partial<OfferedAnswer>) =>
    sortOffer({ purpose: 'own', scale: sheet.scale, days }, items, new Map([['R7-H-1-01', standing]]), [
      { itemId: 'R7-H-1-01', value: 'no', note: '', revision: 1, ...offer },
    ]);

  it('keep the days that stand where they say the same and name none', () => {
    expect(sorted({})).toMatchObject({ writes: [], unchanged: 1 });
  });

  it('are confirmed today where they say something new, and leave the target of an いいえ behind', () => {
    expect(sorted({ value: 'yes', targetOn: '2026-12-31' }).writes).toMatchObject([
      { value: 'yes', confirmedOn: '2026-11-27', targetOn: null, revision: 2 },
    ]);
  });

  it('are refused for a day they cannot have', () => {
    expect(sorted({ targetOn: '2027-04-01' }).faults).toMatchObject([{ field: 'targetOn', code: 'target-not-valid' }]);
  });
});

it('a target is needed for いいえ and 分からない, never at the gate', () => {
  expect(['yes', 'no', 'unknown', null].map((value) => needsTarget('G', 'I', value))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(needsTarget('G', 'G', 'no')).toBe(false);
});
