import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter, fiscalYearLabel, fiscalYearOf, japaneseDate } from './fiscal-year.ts';

/** Any instant of the era years the product prints. */
const instants = fc.date({
  min: new Date('1990-01-01T00:00:00Z'),
  max: new Date('2099-12-31T23:59:59Z'),
  noInvalidDate: true,
});

const tokyo = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

describe('fiscal year', () => {
  it.each([
    ['2026-03-31T14:59:59.999Z', 2025],
    ['2026-03-31T15:00:00.000Z', 2026],
    ['2026-12-31T15:00:00.000Z', 2026],
    ['2027-03-31T15:00:00.000Z', 2027],
  ])('turns at midnight of 1 April in Japan: %s is %i', (instant, year) => {
    expect(fiscalYearOf(new Date(instant))).toBe(year);
  });

  it('agrees with the time zone tables of the platform', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const [year = 0, month = 0] = tokyo.format(instant).split('-').map(Number);
        expect(fiscalYearOf(instant)).toBe(month < 4 ? year - 1 : year);
      }),
    );
  });

  it.each([
    [2026, '令和8年度（2026年度）'],
    [2019, '令和元年度（2019年度）'],
    [2018, '平成30年度（2018年度）'],
    [1900, '1900年度'],
  ])('is named %i → %s', (year, label) => expect(fiscalYearLabel(year)).toBe(label));
});

describe('Japanese date', () => {
  it.each([
    ['2026-11-20T03:00:00Z', '令和8年11月20日（金）'],
    ['2026-11-19T15:00:00Z', '令和8年11月20日（金）'],
    ['2019-04-30T14:59:59Z', '平成31年4月30日（火）'],
    ['2019-04-30T15:00:00Z', '令和元年5月1日（水）'],
    ['1989-01-07T00:00:00Z', '昭和64年1月7日（土）'],
    ['1920-01-01T00:00:00Z', '1920年1月1日（木）'],
  ])('of %s is %s', (instant, text) => expect(japaneseDate(new Date(instant))).toBe(text));

  it('agrees with the Japanese calendar of the platform', () => {
    const era = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { timeZone: 'Asia/Tokyo', dateStyle: 'long' });
    const weekday = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', weekday: 'short' });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(japaneseDate(instant)).toBe(`${era.format(instant)}（${weekday.format(instant)}）`);
      }),
    );
  });
});

it('counts days over the ends of months and leap years', () => {
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysAfter('2027-03-01', -1)).toBe('2027-02-28');
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
});
