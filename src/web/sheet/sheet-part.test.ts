import { describe, expect, it } from 'vitest';
import { partsOf } from './sheet-part.ts';
import { madeSheet } from './testing/made-up.ts';

describe('partsOf', () => {
  it('is a part for each area', () => {
    expect(partsOf(madeSheet).map(({ id, items }) => [id, items.length])).toEqual([
      ['A', 2],
      ['B', 1],
    ]);
  });

  it('is one part in the order of the sheet where that runs across the areas', () => {
    const parts = partsOf({ ...madeSheet, order: ['B1', 'A1', 'A2'] });
    expect(parts.map(({ id }) => id)).toEqual(['all']);
    expect(parts[0]?.items.map(({ id }) => id)).toEqual(['B1', 'A1', 'A2']);
  });

  it('leaves out what the person may not read', () => {
    const onlyB = ({ id }: { readonly id: string }) => id === 'B';
    expect(partsOf(madeSheet, onlyB).map(({ id }) => id)).toEqual(['B']);
    const ordered = { ...madeSheet, order: ['B1', 'A1', 'A2'] };
    expect(partsOf(ordered, onlyB)[0]?.items.map(({ id }) => id)).toEqual(['B1']);
    expect(partsOf(ordered, () => false)).toEqual([]);
  });
});
