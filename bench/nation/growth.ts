import type { LoadCall } from '../caller.ts';
import { atMost, quantile, type Row } from '../row.ts';
import { sendLoad } from '../send-load.ts';
import type { Reads } from './pages.ts';
import type { World } from './world.ts';

const rounds = 6;
const mostGrowth = 1.5;

/** The same in both worlds: few first. */
export type Both<T> = { readonly few: T; readonly nation: T };

type Grown = { readonly times: number; readonly fewMs: number; readonly nationMs: number };

/** The same calls in both worlds in turn, so that whatever else the machine does meets both alike. */
async function grown(worlds: Both<World>, reads: Both<readonly LoadCall[]>): Promise<Grown> {
  const pairs = reads.few.flatMap((call, nth) => {
    const other = reads.nation[nth];
    return other
      ? [
          { ...call, url: worlds.few.url },
          { ...other, url: worlds.nation.url },
        ]
      : [];
  });
  const line = Array.from({ length: rounds }, () => pairs).flat();
  const { each } = await sendLoad({ url: worlds.few.url, cookie: '', lines: [line] });
  const warm = each.slice(pairs.length);
  const median = (place: number) =>
    quantile(
      warm.filter((_, nth) => nth % 2 === place),
      0.5,
    );
  const [fewMs, nationMs] = [median(0), median(1)];
  return { times: nationMs / fewMs, fewMs, nationMs };
}

/** Medians of the same reads in both worlds; the first round warms up. */
export async function growthRow(name: string, worlds: Both<World>, reads: Both<Reads>): Promise<Row> {
  const raw: Record<string, Grown> = {};
  for (const [read, few] of Object.entries(reads.few))
    raw[read] = await grown(worlds, { few, nation: reads.nation[read] ?? [] });
  const value = Math.max(...Object.values(raw).map(({ times }) => times));
  return atMost(mostGrowth, { name, value, unit: 'times the median at 1,000 facilities, worst of them', raw });
}
