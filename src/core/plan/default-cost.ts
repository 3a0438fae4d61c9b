import type { SheetId } from '../catalogue/sheet.ts';

const hospital = [0, 150_000, 1_500_000, 8_000_000];
const small = [0, 20_000, 200_000, 1_000_000];

/**
 * Yen a measure of a cost class 0–3 is reckoned at in its first year until a facility has entered its own
 * (measure-effects §1, own draft).
 * @throws RangeError where there is no such class.
 */
export function defaultCost(costClass: number, sheet: SheetId): number {
  const yen = (sheet === 'small-facility' ? small : hospital)[costClass];
  if (yen === undefined) throw new RangeError(`no cost class ${costClass}`);
  return yen;
}
