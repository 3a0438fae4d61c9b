import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewestShown, type SuppressedTable, suppressSmallCells } from './small-cells.ts';

type Table = readonly (readonly number[])[];
/** Coefficients of the hidden numbers, and what they come to. */
type Equation = { readonly of: number[]; readonly is: number };

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** What a reader knows: the row totals, everything shown, and that rows and columns add up. */
function equationsOf(table: Table, { cells, totals }: SuppressedTable) {
  const all = [...cells.flat(), ...totals];
  const place = new Map(all.flatMap((shown, index) => (shown === null ? [index] : [])).map((index, at) => [index, at]));
  const columns = totals.length;
  const equation = (signed: readonly (readonly [index: number, sign: number])[], is: number): Equation => {
    const of = Array.from({ length: place.size }, () => 0);
    let rest = is;
    for (const [index, sign] of signed) {
      const at = place.get(index);
      if (at === undefined) rest -= sign * (all[index] ?? 0);
      else of[at] = sign;
    }
    return { of, is: rest };
  };
  const cell = (row: number, column: number) => row * columns + column;
  const total = (column: number) => table.length * columns + column;
  const every = Array.from({ length: columns }, (_, column) => column);
  return {
    unknowns: place.size,
    largest: sum(table.flat()),
    equations: [
      ...table.map((row, at) =>
        equation(
          every.map((column) => [cell(at, column), 1] as const),
          sum(row),
        ),
      ),
      ...every.map((column) =>
        equation([...table.map((_, at) => [cell(at, column), 1] as const), [total(column), -1] as const], 0),
      ),
      equation(
        every.map((column) => [total(column), 1] as const),
        sum(table.flat()),
      ),
    ],
  };
}

/** The hidden numbers that follow from the sums alone: reduced to echelon form, their row has no other unknown. */
function solved({ unknowns, equations }: ReturnType<typeof equationsOf>): number[] {
  const rows = equations.map(({ of }) => [...of]);
  let rank = 0;
  for (let column = 0; column < unknowns; column += 1) {
    const pivot = rows.findIndex((row, at) => at >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const [chosen = []] = rows.splice(pivot, 1);
    const scaled = chosen.map((value) => value / (chosen[column] ?? 1));
    rows.splice(rank, 0, scaled);
    for (const [at, row] of rows.entries()) {
      const factor = row[column] ?? 0;
      if (at !== rank && factor !== 0) rows[at] = row.map((value, index) => value - factor * (scaled[index] ?? 0));
    }
    rank += 1;
  }
  return rows.slice(0, rank).flatMap((row) => {
    const involved = row.flatMap((value, at) => (Math.abs(value) > 1e-9 ? [at] : []));
    return involved.length === 1 ? involved : [];
  });
}

/** The hidden numbers that follow because none is negative: bounds of each equation, passed on until nothing moves. */
function pinned({ unknowns, equations, largest }: ReturnType<typeof equationsOf>): number[] {
  const low = Array.from({ length: unknowns }, () => 0);
  const high = Array.from({ length: unknowns }, () => largest);
  for (let moved = true; moved; ) {
    moved = false;
    for (const { of, is } of equations) {
      const involved = of.flatMap((sign, at) => (sign === 0 ? [] : [{ sign, at }]));
      for (const { sign, at } of involved) {
        const others = involved.filter((other) => other.at !== at);
        const least = sum(others.map((other) => other.sign * ((other.sign > 0 ? low : high)[other.at] ?? 0)));
        const most = sum(others.map((other) => other.sign * ((other.sign > 0 ? high : low)[other.at] ?? 0)));
        const [from, to] = sign > 0 ? [is - most, is - least] : [least - is, most - is];
        if (from > (low[at] ?? 0)) [low[at], moved] = [from, true];
        if (to < (high[at] ?? 0)) [high[at], moved] = [to, true];
      }
    }
  }
  return low.flatMap((from, at) => (from === high[at] ? [at] : []));
}

const tables = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) => {
    const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 }));
    return fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
  })
  .map((table) => table.filter((row) => sum(row) > 0))
  .filter((table) => table.length > 0);

describe('suppressSmallCells', () => {
  test.each([
    {
      name: 'large numbers stay',
      table: [
        [12, 15, 30],
        [20, 11, 40],
      ],
      cells: [
        [12, 15, 30],
        [20, 11, 40],
      ],
      totals: [32, 26, 70],
    },
    {
      name: 'a small number takes another of its row and its column along',
      table: [
        [3, 50, 60],
        [20, 30, 40],
      ],
      cells: [
        [null, null, 60],
        [null, null, 40],
      ],
      totals: [23, 80, 100],
    },
    {
      name: 'a single row hides its totals too',
      table: [[4, 20, 30]],
      cells: [[null, null, 30]],
      totals: [null, null, 30],
    },
    {
      name: 'that all are at one stage is hidden: else the zeros follow',
      table: [[25, 0, 0]],
      cells: [[null, null, null]],
      totals: [null, null, null],
    },
    {
      name: 'a row without facilities hides nothing',
      table: [
        [0, 0, 0],
        [12, 15, 30],
      ],
      cells: [
        [0, 0, 0],
        [12, 15, 30],
      ],
      totals: [12, 15, 30],
    },
  ])('$name', ({ table, cells, totals }) => expect(suppressSmallCells(table)).toEqual({ cells, totals }));

  test('shows no number under 10, and the others unchanged', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { cells, totals } = suppressSmallCells(table);
        const real = [
          ...table.flat(),
          ...(table[0] ?? []).map((_, column) => sum(table.map((row) => row[column] ?? 0))),
        ];
        for (const [index, shown] of [...cells.flat(), ...totals].entries()) {
          if (shown !== null) expect(shown).toBe(real[index]);
          if (shown !== null) expect(shown).toBeGreaterThanOrEqual(fewestShown);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('no hidden number can be recovered from the sums, nor from none being negative', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const known = equationsOf(table, suppressSmallCells(table));
        expect(solved(known)).toEqual([]);
        expect(pinned(known)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('the reasoning does recover a number that is hidden alone', () => {
    const alone = { cells: [[null, 50, 60]], totals: [null, 50, 60] };
    expect(solved(equationsOf([[3, 50, 60]], alone)).length).toBeGreaterThan(0);
    const zeros = { cells: [[25, null, null]], totals: [25, null, null] };
    expect(pinned(equationsOf([[25, 0, 0]], zeros)).length).toBeGreaterThan(0);
  });
});
