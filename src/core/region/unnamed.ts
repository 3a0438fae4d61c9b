import { suppressSmallCells } from '../kernel/small-cells.ts';
import { type Stage, stages } from '../sheet/stage.ts';
import type { Region } from './contract.ts';

/** The stages of members that agreed only to be counted: how many they are is known, where they stand only in large numbers. */
export function unnamedOf(counts: Readonly<Record<Stage, number>>): Region['unnamed'] {
  const row = stages.map((stage) => counts[stage]);
  const { cells } = suppressSmallCells([row]);
  const shown = stages.map((stage, place): [Stage, number | null] => [stage, cells[0]?.[place] ?? null]);
  return {
    facilities: row.reduce((total, count) => total + count, 0),
    stages: Object.fromEntries(shown) as Record<Stage, number | null>,
  };
}
