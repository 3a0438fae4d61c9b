const JAPAN_OFFSET_MS = 9 * 60 * 60 * 1000;

/** First day of each era as year × 10000 + month × 100 + day, newest first. */
const eras = [
  { name: '令和', from: 20190501, year: 2019 },
  { name: '平成', from: 19890108, year: 1989 },
  { name: '昭和', from: 19261225, year: 1926 },
] as const;

const weekdays = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** The wall clock in Japan, to be read with the UTC getters: +09:00 all year, whatever the host's zone. */
function inJapan(instant: Date): Date {
  return new Date(instant.getTime() + JAPAN_OFFSET_MS);
}

function eraYear(year: number, era: (typeof eras)[number] | undefined): string {
  if (!era) return String(year);
  const number = year - era.year + 1;
  return `${era.name}${number === 1 ? '元' : number}`;
}

/** The fiscal year an instant falls into: 1 April to 31 March, Asia/Tokyo, named by the year it begins in. */
export function fiscalYearOf(instant: Date): number {
  const wall = inJapan(instant);
  return wall.getUTCMonth() >= 3 ? wall.getUTCFullYear() : wall.getUTCFullYear() - 1;
}

const monthsOfQuarter = 3;

/** The quarter of the fiscal year an instant falls into: 1 is April to June. */
export function quarterOf(instant: Date): 1 | 2 | 3 | 4 {
  const month = (inJapan(instant).getUTCMonth() + 9) % 12;
  return ([1, 2, 3, 4] as const)[Math.floor(month / monthsOfQuarter)] ?? 4;
}

/** 「令和8年度（2026年度）」. The era is the one that holds at the end of the calendar year the fiscal year begins in. */
export function fiscalYearLabel(fiscalYear: number): string {
  const title = yearTitle(fiscalYear);
  const western = `${fiscalYear}年度`;
  return title === western ? western : `${title}（${western}）`;
}

/** 「令和8年度」. */
export function yearTitle(fiscalYear: number): string {
  const era = eras.find(({ year }) => fiscalYear >= year);
  return `${eraYear(fiscalYear, era)}年度`;
}

/** 「令和8年11月20日（金）」: the day in Japan on which the instant falls. */
export function japaneseDate(instant: Date): string {
  const wall = inJapan(instant);
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate()];
  const era = eras.find(({ from }) => year * 10000 + month * 100 + day >= from);
  return `${eraYear(year, era)}年${month}月${day}日（${weekdays[wall.getUTCDay()]}）`;
}

/** 「令和8年11月20日（金）9:05」: the same with the time of day in Japan. */
export function japaneseMoment(instant: Date): string {
  const wall = inJapan(instant);
  return `${japaneseDate(instant)}${wall.getUTCHours()}:${String(wall.getUTCMinutes()).padStart(2, '0')}`;
}

/** The day in Japan on which an instant falls: 「2026-11-27」. */
export function dayInJapan(instant: Date): string {
  return inJapan(instant).toISOString().slice(0, 10);
}

const dayMs = 24 * 60 * 60 * 1000;

/** The day so many days after another, or before it where they are fewer than 0: 「2026-11-27」. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** First and last day of a fiscal year: 「2026-04-01」 to 「2027-03-31」. */
export function daysOfFiscalYear(fiscalYear: number): { readonly first: string; readonly last: string } {
  return { first: `${fiscalYear}-04-01`, last: `${fiscalYear + 1}-03-31` };
}

/** 「令和8年11月27日」 of a day written 「2026-11-27」. */
export function japaneseDay(day: string): string {
  return japaneseDate(new Date(`${day}T00:00:00+09:00`)).replace(/（.*/, '');
}
