import { suppressSmallCells } from '../kernel/small-cells.ts';
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

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const byStage = (counts: readonly (number | null)[]) =>
  Object.fromEntries(stages.map((stage, place) => [stage, counts[place] ?? null])) as Record<Stage, number | null>;

/**
 * Counts of facilities by stage, one row a class (type × beds) that has any, with everything hidden that would show a small
 * number of facilities. The size of a class is public: it stands in the register.
 */
export function stageTable(counts: readonly StageCount[]): Pick<Programme, 'facilities' | 'classes' | 'total'> {
  const classes = facilityTypeSchema.options
    .flatMap((type) => bedClassSchema.options.map((bedClass) => ({ type, bedClass })))
    .map((of) => ({ ...of, counts: stages.map((stage) => countIn(counts, { ...of, stage })) }))
    .filter((row) => sum(row.counts) > 0);
  const { cells, totals } = suppressSmallCells(classes.map((row) => row.counts));
  return {
    facilities: sum(counts.map(({ facilities }) => facilities)),
    classes: classes.map(({ type, bedClass, counts: own }, place) => ({
      type,
      bedClass,
      facilities: sum(own),
      stages: byStage(cells[place] ?? []),
    })),
    total: byStage(totals),
  };
}

const countIn = (counts: readonly StageCount[], of: Omit<StageCount, 'facilities'>): number =>
  sum(
    counts
      .filter(({ type, bedClass, stage }) => type === of.type && bedClass === of.bedClass && stage === of.stage)
      .map(({ facilities }) => facilities),
  );
