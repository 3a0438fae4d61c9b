import type { Fault } from '../kernel/contract.ts';
import { type Catalogue, latestSheets } from './catalogue.ts';

/** For each measure what stands before it: its own prerequisites and those of its effects on the network answers. */
function prerequisites(catalogue: Catalogue): ReadonlyMap<string, readonly string[]> {
  const before = new Map<string, readonly string[]>();
  for (const sheet of latestSheets(catalogue)) {
    const named = [
      ...sheet.areas.flatMap((area) => area.measures.map(({ id, requires }) => ({ id, requires }))),
      ...(sheet.effects ?? []).map(({ measure, requires }) => ({ id: measure, requires: requires ?? [] })),
    ];
    for (const { id, requires } of named) before.set(id, [...(before.get(id) ?? []), ...requires]);
  }
  return before;
}

/** The first way from a measure back to itself, or to one that waits for itself. */
function findCycle(
  id: string,
  way: readonly string[],
  before: ReadonlyMap<string, readonly string[]>,
  cleared: Set<string>,
): readonly string[] | undefined {
  if (way.includes(id)) return [...way.slice(way.indexOf(id)), id];
  if (cleared.has(id)) return undefined;
  for (const next of before.get(id) ?? []) {
    const cycle = findCycle(next, [...way, id], before, cleared);
    if (cycle) return cycle;
  }
  cleared.add(id);
  return undefined;
}

/** Measures of the latest sheets that wait for each other: the first such ring found, as a way to follow. */
export function prerequisiteFaults(catalogue: Catalogue): readonly Fault[] {
  const before = prerequisites(catalogue);
  const cleared = new Set<string>();
  for (const id of before.keys()) {
    const cycle = findCycle(id, [], before, cleared);
    if (cycle) {
      const message = `対策が互いに前提になっています：${cycle.join(' → ')}`;
      return [{ item: id, field: 'requires', code: 'catalogue/cycle', message }];
    }
  }
  return [];
}
