import { lighthouseRows } from './lighthouse.ts';
import { routeSizes } from './route-sizes.ts';
import { atMost, type Row } from './row.ts';
import type { Stage } from './stage.ts';

/** DESIGN §9: at most 200 kB of JavaScript a route, and what Lighthouse says of the pages. */
export async function benchFirstLoad(stage: Stage): Promise<readonly Row[]> {
  const sizes = await routeSizes();
  const largest = Math.max(...Object.values(sizes));
  return [
    atMost(200, { name: 'JavaScript of the first load, largest route', value: largest, unit: 'kB gzip', raw: sizes }),
    ...(await lighthouseRows(stage)),
  ];
}
