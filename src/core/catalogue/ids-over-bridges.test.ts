import { expect, it } from 'vitest';
import type { Bridge } from './bridge.ts';
import { idsOverBridges } from './ids-over-bridges.ts';

const bridge = (from: string, to: string, items: Bridge['items']): Bridge => ({
  sheet: 'checklist-institution',
  from,
  to,
  items,
  dropped: [],
});
const bridges = [
  bridge('R7', 'R8', [
    { item: 'R8-H-1-01', change: 'unchanged', from: 'R7-H-1-01' },
    { item: 'R8-H-1-02', change: 'reworded', from: 'R7-H-1-02' },
    { item: 'R8-H-1-03', change: 'new' },
  ]),
  bridge('R8', 'R9', [
    { item: 'R9-H-1-01', change: 'unchanged', from: 'R8-H-1-01' },
    { item: 'R9-H-1-02', change: 'unchanged', from: 'R8-H-1-02' },
  ]),
];

it('follows an item both ways over as many bridges as its words are the same', () => {
  expect(idsOverBridges({ bridges })('R7-H-1-01')).toEqual(['R7-H-1-01', 'R8-H-1-01', 'R9-H-1-01']);
  expect(idsOverBridges({ bridges })('R9-H-1-01')).toEqual(['R9-H-1-01', 'R8-H-1-01', 'R7-H-1-01']);
});

it('does not follow an item into other words, nor one nobody asked before', () => {
  expect(idsOverBridges({ bridges })('R7-H-1-02')).toEqual(['R7-H-1-02']);
  expect(idsOverBridges({ bridges })('R9-H-1-02')).toEqual(['R9-H-1-02', 'R8-H-1-02']);
  expect(idsOverBridges({ bridges })('R8-H-1-03')).toEqual(['R8-H-1-03']);
  expect(idsOverBridges({ bridges })('GOV7-1-01')).toEqual(['GOV7-1-01']);
});
