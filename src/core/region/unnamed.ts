import { fewestShown, suppressSmallCells } from '../kernel/small-cells.ts';
import { type Stage, stages } from '../sheet/stage.ts';
import type { Region } from './contract.ts';

/** Members that agreed only to be counted: how many they are and where they stand, in large numbers only. */
export function unnamedOf(counts: Readonly<Record<Stage, number>>): Region['unnamed'] {
  const row = stages.map((stage) => counts[stage]);
  const { cells } = suppressSmallCells([row]);
  const shown = stages.map((stage, place): [Stage, number | null] => [stage, cells[0]?.[place] ?? null]);
  const facilities = row.reduce((total, count) => total + count, 0);
  return {
    facilities: facilities > 0 && facilities < fewestShown ? null : facilities,
    stages: Object.fromEntries(shown) as Record<Stage, number | null>,
  };
}
