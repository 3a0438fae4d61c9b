import type { LoadCall } from '../load.ts';
import { atMost, quantile, type Row } from '../row.ts';
import { sendLoad } from '../send-load.ts';
import type { Reads } from './pages.ts';
import type { World } from './world.ts';

const rounds = 5;
const mostGrowth = 1.5;

/** The same in both worlds: few first. */
export type Both<T> = { readonly few: T; readonly nation: T };

async function medianMs({ url }: World, calls: readonly LoadCall[]): Promise<number> {
  const { each } = await sendLoad({ url, cookie: '', lines: [calls] });
  return quantile(each, 0.5);
}

/** Medians of the same reads in both worlds in turn; the round least disturbed by the machine's other work counts. */
export async function growthRow(name: string, worlds: Both<World>, reads: Both<Reads>): Promise<Row> {
  const raw: Record<string, { times: number; fewMs: number; nationMs: number }> = {};
  for (const [read, calls] of Object.entries(reads.few)) {
    const ms = { few: [] as number[], nation: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      ms.few.push(await medianMs(worlds.few, calls));
      ms.nation.push(await medianMs(worlds.nation, reads.nation[read] ?? []));
    }
    const [fewMs, nationMs] = [Math.min(...ms.few), Math.min(...ms.nation)];
    raw[read] = { times: nationMs / fewMs, fewMs, nationMs };
  }
  const value = Math.max(...Object.values(raw).map(({ times }) => times));
  return atMost(mostGrowth, { name, value, unit: 'times the median at 1,000 facilities, worst of them', raw });
}
