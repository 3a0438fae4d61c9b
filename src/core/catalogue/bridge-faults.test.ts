import { describe, expect, it } from 'vitest';
import type { Bridge } from './bridge.ts';
import { bridgeFaults } from './bridge-faults.ts';
import type { Catalogue } from './catalogue.ts';
import { madeUpArea, madeUpCatalogue, madeUpItem, madeUpSheet } from './testing/made-up-catalogue.ts';

const older = madeUpSheet('hospital', [madeUpArea('01', [madeUpItem('H1'), madeUpItem('H2'), madeUpItem('H3')])]);
const newer = madeUpSheet(
  'hospital',
  [
    madeUpArea('01', [
      madeUpItem('H1'),
      madeUpItem('J2', { text: 'Ｈ２を　していますか' }),
      madeUpItem('J3', { text: '別の文言です' }),
      madeUpItem('J4'),
    ]),
  ],
  { version: '2.0.0' },
);
const right: Bridge = {
  sheet: 'hospital',
  from: '1.0.0',
  to: '2.0.0',
  items: [
    { item: 'H1', change: 'unchanged', from: 'H1' },
    { item: 'J2', change: 'unchanged', from: 'H2' },
    { item: 'J3', change: 'reworded', from: 'H3' },
    { item: 'J4', change: 'new' },
  ],
  dropped: [],
};
const [h1, j2, j3, j4] = right.items;
const itemsOf = (...items: (Bridge['items'][number] | undefined)[]): Bridge => ({
  ...right,
  items: items.flatMap((item) => item ?? []),
});

const faultsWith = (...bridges: Bridge[]) => {
  const catalogue: Catalogue = { ...madeUpCatalogue, sheets: [older, newer], bridges };
  return bridgeFaults(catalogue).map(({ code, item }) => [code.replace('catalogue/', ''), item].join(' ').trim());
};

describe('a bridge', () => {
  it('has no fault where every item of both versions stands in it, and width and blanks are no other wording', () => {
    expect(faultsWith(right)).toEqual([]);
  });

  it.each<[string, Bridge, string]>([
    ['an item of the newer version is left out', itemsOf(h1, j2, j3), 'bridge-missing J4'],
    ['one stands in it twice', itemsOf(h1, j2, j3, j4, j4), 'bridge-twice J4'],
    ['one is not asked', itemsOf(h1, j2, j3, j4, { item: 'J9', change: 'new' }), 'bridge-unknown J9'],
    [
      'one comes from nothing',
      itemsOf(h1, j2, { item: 'J3', change: 'reworded', from: 'H9' }, j4),
      'bridge-unknown H9',
    ],
    ['an item of the older version is lost', itemsOf(h1, j2, { item: 'J3', change: 'new' }, j4), 'bridge-lost H3'],
    ['an item goes on and is dropped', { ...right, dropped: ['H3'] }, 'bridge-dropped H3'],
    [
      'two are the same as one',
      itemsOf(h1, j2, j3, { item: 'J4', change: 'unchanged', from: 'H1' }),
      'bridge-split H1',
    ],
    [
      'what is unchanged says something else',
      itemsOf(h1, j2, { item: 'J3', change: 'unchanged', from: 'H3' }, j4),
      'bridge-wording J3',
    ],
    ['other words keep the id', itemsOf({ item: 'H1', change: 'reworded', from: 'H1' }, j2, j3, j4), 'bridge-id H1'],
    ['a version is not there', { ...right, from: '0.9.0' }, 'bridge-version'],
  ])('is faulty where %s', (_name, bridge, fault) => expect(faultsWith(bridge)).toContain(fault));

  it('must lead to every version but the first, and only once', () => {
    expect(faultsWith()).toEqual(['bridge-none']);
    expect(faultsWith(right, right)).toEqual(['bridge-twice']);
  });
});
