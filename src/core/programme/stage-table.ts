import { fewestShown, suppressSmallCells } from '../kernel/small-cells.ts';
import { type BedClass, bedClassSchema } from '../organisation/bed-class.ts';
import { type FacilityType, facilityTypeSchema } from '../organisation/facility.ts';
import { type Stage, stages } from '../sheet/stage.ts';
import type { Programme } from './contract.ts';

/** Facilities of one class that are at one stage. */
export type StageCount = {
  readonly type: FacilityType;
  readonly bedClass: BedClass;
  readonly stage: Stage;
  readonly facilities: number;
};

/** A class, or several small ones together where `of` is null; counts in the order of the stages. */
type Row = { readonly of: Pick<StageCount, 'type' | 'bedClass'> | null; readonly counts: readonly number[] };

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const sizeOf = ({ counts }: Row) => sum(counts);
const shownSize = (size: number) => (size > 0 && size < fewestShown ? null : size);

const byStage = (counts: readonly (number | null)[]) =>
  Object.fromEntries(stages.map((stage, place) => [stage, counts[place] ?? null])) as Record<Stage, number | null>;

/**
 * Counts of facilities by stage, one row a class (type × beds) that has any, with everything hidden that would show a small
 * number of facilities. Classes too small to be shown are one row together, the last, with as many of the next smallest as it
 * takes to make that row large enough.
 */
export function stageTable(counts: readonly StageCount[]): Pick<Programme, 'facilities' | 'classes' | 'total'> {
  const rows = together(classRows(counts));
  const { cells, totals } = suppressSmallCells(rows.map((row) => row.counts));
  return {
    facilities: shownSize(sum(counts.map(({ facilities }) => facilities))),
    classes: rows.map((row, place) => ({
      type: row.of?.type ?? null,
      bedClass: row.of?.bedClass ?? null,
      facilities: shownSize(sizeOf(row)),
      stages: byStage(cells[place] ?? []),
    })),
    total: byStage(totals),
  };
}

function classRows(counts: readonly StageCount[]): readonly Row[] {
  return facilityTypeSchema.options
    .flatMap((type) => bedClassSchema.options.map((bedClass) => ({ type, bedClass })))
    .map((of) => ({ of, counts: stages.map((stage) => countIn(counts, { ...of, stage })) }))
    .filter((row) => sizeOf(row) > 0);
}

function together(rows: readonly Row[]): readonly Row[] {
  const bySize = rows.toSorted((one, other) => sizeOf(one) - sizeOf(other));
  const merged: Row[] = [];
  for (const row of bySize) {
    const enough = merged.length === 0 || sum(merged.map(sizeOf)) >= fewestShown;
    if (sizeOf(row) >= fewestShown && enough) break;
    merged.push(row);
  }
  const [only, ...more] = merged;
  if (!only) return rows;
  const small = {
    of: null,
    counts: stages.map((_, place) => sum([only, ...more].map((row) => row.counts[place] ?? 0))),
  };
  return [...rows.filter((row) => !merged.includes(row)), small];
}

const countIn = (counts: readonly StageCount[], of: Omit<StageCount, 'facilities'>): number =>
  sum(
    counts
      .filter(({ type, bedClass, stage }) => type === of.type && bedClass === of.bedClass && stage === of.stage)
      .map(({ facilities }) => facilities),
  );
