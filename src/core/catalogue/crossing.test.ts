import { describe, expect, it } from 'vitest';
import type { Bridge } from './bridge.ts';
import type { Catalogue } from './catalogue.ts';
import { changesOf, countChanges } from './changes.ts';
import { areaBefore, crossingBetween, isBridged } from './crossing.ts';
import { madeUpArea, madeUpCatalogue, madeUpItem, madeUpSheet } from './testing/made-up-catalogue.ts';

const sheetOf = (version: string, ...ids: string[]) =>
  madeUpSheet(
    'hospital',
    [
      madeUpArea(
        `A${version}`,
        ids.map((id) => madeUpItem(id, { text: `${id}の問い` })),
      ),
    ],
    { version },
  );
const first = sheetOf('1', 'A1', 'A2', 'A3', 'A4');
const second = sheetOf('2', 'B1', 'B2', 'B3', 'B5');
const third = sheetOf('3', 'C1', 'C2', 'C3', 'C5');
const bridges: Bridge[] = [
  {
    sheet: 'hospital',
    from: '1',
    to: '2',
    items: [
      { item: 'B1', change: 'unchanged', from: 'A1' },
      { item: 'B2', change: 'reworded', from: 'A2' },
      { item: 'B3', change: 'unchanged', from: 'A3' },
      { item: 'B5', change: 'new' },
    ],
    dropped: ['A4'],
  },
  {
    sheet: 'hospital',
    from: '2',
    to: '3',
    items: [
      { item: 'C1', change: 'unchanged', from: 'B1' },
      { item: 'C2', change: 'unchanged', from: 'B2' },
      { item: 'C3', change: 'reworded', from: 'B3' },
      { item: 'C5', change: 'unchanged', from: 'B5' },
    ],
    dropped: [],
  },
];
const catalogue: Catalogue = { ...madeUpCatalogue, sheets: [first, second, third], bridges };

describe('crossing', () => {
  it('goes over as many bridges as it takes, and what was reworded on the way stays so', () => {
    const { steps, dropped } = crossingBetween(catalogue, first, third);
    expect(Object.fromEntries(steps)).toEqual({
      C1: { change: 'unchanged', from: 'A1' },
      C2: { change: 'reworded', from: 'A2' },
      C3: { change: 'reworded', from: 'A3' },
      C5: { change: 'new' },
    });
    expect(dropped).toEqual(['A4']);
    expect(isBridged(catalogue, 'hospital', '1', '3')).toBe(true);
  });

  it('leads back nowhere: without a bridge only what kept its id and its words is the same', () => {
    expect(isBridged(catalogue, 'hospital', '3', '1')).toBe(false);
    expect([...crossingBetween(catalogue, third, first).steps.values()].every(({ change }) => change === 'new')).toBe(
      true,
    );
    const kept = madeUpSheet(
      'hospital',
      [madeUpArea('A', [madeUpItem('A1', { text: 'A1の 問い' }), madeUpItem('A2')])],
      { version: '9' },
    );
    expect(Object.fromEntries(crossingBetween(catalogue, first, kept).steps)).toEqual({
      A1: { change: 'unchanged', from: 'A1' },
      A2: { change: 'reworded', from: 'A2' },
    });
  });

  it('ends where bridges run in a circle', () => {
    const circle: Bridge[] = bridges.map((bridge) => ({ ...bridge, from: bridge.to, to: bridge.from }));
    expect(isBridged({ ...catalogue, bridges: [...bridges, ...circle] }, 'hospital', 'none', '3')).toBe(false);
  });

  it('takes an area for the one most of its items come from', () => {
    const crossing = crossingBetween(catalogue, first, second);
    expect(areaBefore(crossing, 'A2')).toBe('A1');
    expect(areaBefore(crossingBetween({ ...catalogue, bridges: [] }, first, second), 'A2')).toBeUndefined();
  });

  it('is told item by item with both wordings, and counted', () => {
    const changes = changesOf(crossingBetween(catalogue, first, second));
    expect(changes.items[1]).toMatchObject({ id: 'B2', change: 'reworded', earlier: { id: 'A2', text: 'A2の問い' } });
    expect(changes.dropped).toEqual([{ id: 'A4', label: 'A4', text: 'A4の問い' }]);
    expect(countChanges(changes)).toEqual({ unchanged: 2, reworded: 1, new: 1, dropped: 1 });
  });
});
