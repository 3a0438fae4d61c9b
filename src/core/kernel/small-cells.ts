/** A number of facilities smaller than this is hidden in everything that counts facilities. */
export const fewestShown = 10;

/** Null where the number is hidden. */
type Shown = number | null;
export type SuppressedTable = { readonly cells: readonly (readonly Shown[])[]; readonly totals: readonly Shown[] };

/**
 * A number of the table as an arc: what a row holds flows through the columns into their totals. All that a reader can
 * reason from row and column sums is that flow is kept everywhere and never negative.
 */
type Arc = { readonly from: string; readonly to: string; readonly value: number; hidden: boolean };

const sink = 'totals';
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function reaches(arcs: readonly Arc[], without: Arc, start: string, end: string): boolean {
  const seen = new Set([start]);
  const open = [start];
  for (let at = open.pop(); at !== undefined && at !== end; at = open.pop()) {
    for (const arc of arcs) {
      if (!arc.hidden || arc === without) continue;
      const next = arc.from === at ? arc.to : arc.to === at && arc.value > 0 ? arc.from : undefined;
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen.has(end);
}

/** Whether a hidden number can have no other value: no circle of hidden numbers lets it rise or fall. */
function isDetermined(arc: Arc, arcs: readonly Arc[]): boolean {
  const mayRise = reaches(arcs, arc, arc.to, arc.from);
  return !mayRise && !(arc.value > 0 && reaches(arcs, arc, arc.from, arc.to));
}

const touches = (arc: Arc, other: Arc) => arc.from === other.from || arc.to === other.to;

/** Hides one number more for the sake of another: the smallest that protects it alone, else the smallest beside it. */
function hideFor(arc: Arc, arcs: readonly Arc[], visible: readonly Arc[]): void {
  const protects = (candidate: Arc) => {
    candidate.hidden = true;
    const free = !isDetermined(arc, arcs);
    candidate.hidden = false;
    return free;
  };
  const chosen = visible.find(protects) ?? visible.find((other) => touches(arc, other)) ?? visible[0];
  if (chosen) chosen.hidden = true;
}

function arcsOf(table: readonly (readonly number[])[]): { cells: Arc[][]; totals: Arc[] } {
  const columns = table[0]?.map((_, column) => sum(table.map((row) => row[column] ?? 0))) ?? [];
  const arc = (from: string, to: string, value: number, hidden: boolean): Arc => ({ from, to, value, hidden });
  return {
    cells: table.map((row, place) =>
      row.map((value, column) => arc(`row ${place}`, `column ${column}`, value, value < fewestShown && sum(row) > 0)),
    ),
    totals: columns.map((value, column) => arc(`column ${column}`, sink, value, value < fewestShown)),
  };
}

/**
 * Hides every number under 10 in a two-way table of facilities, with its column totals, and as many more as it takes that
 * no hidden number follows from the others. Row totals, and so their sum, are public and stay: how many facilities of a kind
 * there are stands in the register. A row without any facility has nothing to hide.
 */
export function suppressSmallCells(table: readonly (readonly number[])[]): SuppressedTable {
  const { cells, totals } = arcsOf(table);
  const numbers = cells.filter((row) => row.some(({ value }) => value > 0)).flat();
  const arcs = [...numbers, ...totals];
  const bySize = [...numbers.toSorted((a, b) => a.value - b.value), ...totals.toSorted((a, b) => a.value - b.value)];
  for (let left = arcs.length; left > 0; left -= 1) {
    const determined = arcs.find((arc) => arc.hidden && isDetermined(arc, arcs));
    const visible = bySize.filter(({ hidden }) => !hidden);
    if (!determined || visible.length === 0) break;
    hideFor(determined, arcs, visible);
  }
  const shown = ({ hidden, value }: Arc): Shown => (hidden ? null : value);
  return { cells: cells.map((row) => row.map(shown)), totals: totals.map(shown) };
}
