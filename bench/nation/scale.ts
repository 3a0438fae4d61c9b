import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { publicListShape } from '../../src/server/organisation/testing/made-register.ts';

/** How much of a country a database holds. */
export type Scale = {
  /** Lines of the register, repeated ones among them. */
  readonly rows: number;
  readonly hospitals: number;
  /** Of every so many facilities that are no hospital, one uses Mamori. */
  readonly oneOf: number;
  /** Fiscal years of the hospitals, oldest first; the last is the current one. */
  readonly years: readonly number[];
  /** How many of the last years the small facilities have. */
  readonly yearsOfSmall: number;
};

const nationRows = publicListShape.rows;
const nationHospitals = 8_000;
const rowsOfFew = 1_000;
const fiscalYears = 5;

function scaleOf(rows: number, now: Date): Scale {
  const current = fiscalYearOf(now);
  const years = Array.from({ length: fiscalYears }, (_, index) => current - fiscalYears + 1 + index);
  return { rows, hospitals: Math.round((nationHospitals * rows) / nationRows), oneOf: 3, years, yearsOfSmall: 2 };
}

/** The country, or a part of it for a trial. */
export const nation = (part: number, now: Date): Scale => scaleOf(Math.round(nationRows * part), now);

/** A thousand facilities in the same proportions. */
export const few = (now: Date): Scale => scaleOf(rowsOfFew, now);
