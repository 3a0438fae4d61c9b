import type { Measure, SheetId } from '../catalogue/sheet.ts';
import type { Effort } from './problem.ts';

const defaults = {
  HOSPITAL: [0, 150_000, 1_500_000, 8_000_000],
  SMALL: [0, 20_000, 200_000, 1_000_000],
} as const;
const kindOf = (sheet: SheetId): keyof typeof defaults => (sheet === 'small-facility' ? 'SMALL' : 'HOSPITAL');

/** The cost classes of measures, from nothing to large sums. */
export const costClasses = [0, 1, 2, 3] as const;

/** What a facility's own amount for a cost class is kept under, beside those of single measures: 「HOSPITAL-2」, 「SMALL-1」. */
export const classCostId = (costClass: number, sheet: SheetId): string => `${kindOf(sheet)}-${costClass}`;

const classCostIds = Object.entries(defaults).flatMap(([kind, all]) => all.map((_, place) => `${kind}-${place}`));
export const isClassCost = (id: string): boolean => classCostIds.includes(id);

/**
 * Yen a measure of a cost class 0–3 is reckoned at in its first year until a facility has entered its own
 * (measure-effects §1, own draft).
 * @throws RangeError where there is no such class.
 */
export function defaultCost(costClass: number, sheet: SheetId): number {
  const yen = defaults[kindOf(sheet)][costClass];
  if (yen === undefined) throw new RangeError(`no cost class ${costClass}`);
  return yen;
}

/** Yen of the first year a cost class stands for in a facility: its own amount, or the default. */
export const classCost = (costClass: number, sheet: SheetId, own: ReadonlyMap<string, number>): number =>
  own.get(classCostId(costClass, sheet)) ?? defaultCost(costClass, sheet);

/** Yen of the first year a measure is reckoned at: what the facility entered for it, for its cost class, or the default. */
export const reckonedCost = (
  { id, costClass }: { readonly id: string; readonly costClass: number },
  sheet: SheetId,
  own: ReadonlyMap<string, number>,
): number => own.get(id) ?? classCost(costClass, sheet, own);

/** What a facility has entered for a measure or a cost class; null where the default stands. */
export type OwnEffort = { readonly yen: number | null; readonly personDays: number | null };

/** The same by id. */
export type OwnEfforts = {
  readonly yen: ReadonlyMap<string, number>;
  readonly personDays: ReadonlyMap<string, number>;
};

export function ownEfforts(all: readonly (OwnEffort & { readonly measureId: string })[]): OwnEfforts {
  const by = (pick: (one: OwnEffort) => number | null) =>
    new Map(
      all.flatMap((one) => {
        const amount = pick(one);
        return amount === null ? [] : [[one.measureId, amount] as const];
      }),
    );
  return { yen: by(({ yen }) => yen), personDays: by(({ personDays }) => personDays) };
}

/** What a measure takes in its first year: what the facility has entered, or the defaults. */
export const firstYearOf = (measure: Measure, sheet: SheetId, own: OwnEfforts): Effort => {
  const personDays = own.personDays.get(measure.id) ?? measure.personDays;
  return { cost: reckonedCost(measure, sheet, own.yen), personDays };
};

/** What a recurring measure takes in each later year (measure-effects §1); undefined for one that is done once. */
export const laterYearOf = ({ yearly }: Measure, sheet: SheetId, own: OwnEfforts): Effort | undefined =>
  yearly && { cost: classCost(yearly.costClass, sheet, own.yen), personDays: yearly.personDays };
