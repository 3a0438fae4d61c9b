import type { LinearModel } from './linear-model.ts';
import type { PlanNetwork } from './problem.ts';

const external = ['N1', 'N2', 'N3', 'N4', 'N5', 'N9'];
const media = ['N6', 'N7', 'N8'];
const internal = ['N10', 'N11', 'N12'];

/** The items that are はい at level 2. */
export const levelTwoItems: readonly string[] = [...external, ...media];

/**
 * Three columns whose sum is the network level: it reaches 1, 2 and 3. The rule of `networkLevel` (network-level §3): 1
 * where N1, N5 and one of N2 and N9 are はい, 2 where the external items and the media all are, 3 where all are.
 */
export function networkColumns(
  model: LinearModel,
  { yes, effects }: PlanNetwork,
  columnOf: ReadonlyMap<string, number>,
): readonly number[] {
  const works = effects.map(({ measure, sets, requires }) => {
    const column = model.between(0, 1);
    for (const id of [measure, ...requires]) model.follows(column, [columnOf.get(id) ?? Number.NaN]);
    return { sets, column };
  });
  const item = (id: string): number => {
    if (yes.has(id)) return model.between(1, 1);
    const column = model.between(0, 1);
    model.follows(
      column,
      works.filter(({ sets }) => sets.includes(id)).map((work) => work.column),
    );
    return column;
  };
  const items = new Map([...external, ...media, ...internal].map((id) => [id, item(id)]));
  const columnsOf = (ids: readonly string[]) => ids.map((id) => items.get(id) ?? Number.NaN);
  const level = (below: number | null, needed: readonly string[]): number => {
    const column = model.between(0, 1);
    for (const other of columnsOf(needed)) model.follows(column, [other]);
    if (below !== null) model.follows(column, [below]);
    return column;
  };
  const one = level(null, ['N1', 'N5']);
  model.follows(one, columnsOf(['N2', 'N9']));
  const two = level(one, levelTwoItems);
  return [one, two, level(two, internal)];
}
