import { expect, test } from 'vitest';
import { toldApart } from './told-apart.ts';

const minato = { id: 'a', name: 'みなと病院', city: '汐凪市', code: '389900001' };

test.each([
  [{ name: 'みどり病院', city: '汐凪市', code: '389900002' }, 'みなと病院'],
  [{ name: 'みなと病院', city: '千帆市', code: '389900002' }, 'みなと病院（汐凪市）'],
  [{ name: 'みなと病院', city: '汐凪市', code: '389900002' }, 'みなと病院（汐凪市 389900001）'],
])('beside %o it is shown as 「%s」', (other, shown) => {
  expect(toldApart(minato, [minato, { id: 'b', ...other }])).toBe(shown);
});

test('where neither city nor code is known the name stands alone', () => {
  const unplaced = { ...minato, city: '', code: null };
  expect(toldApart(unplaced, [unplaced, { ...unplaced, id: 'b' }])).toBe('みなと病院');
});
