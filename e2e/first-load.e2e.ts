import { routeSizes } from '../bench/route-sizes.ts';
import { expect, test } from './journey.ts';

/** Most kB of packed JavaScript a page may need before it shows. */
const most = 200;

test('no page needs more than 200 kB of JavaScript to begin with', async () => {
  const sizes = Object.entries(await routeSizes());
  expect(sizes.length).toBeGreaterThan(50);
  expect(sizes.filter(([, kB]) => kB > most)).toEqual([]);
});
