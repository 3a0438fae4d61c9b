import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from '../row.ts';
import { backupRows } from './backup-rows.ts';
import { deadlineRows } from './deadline.ts';
import { type Both, growthRow } from './growth.ts';
import { importRows } from './import-rows.ts';
import type { Chapter, NationOptions } from './options.ts';
import { dashboards, facilityPages, type Reads, results, searches } from './pages.ts';
import { type Places, placesOf } from './places.ts';
import { registerOf } from './registers.ts';
import { few, nation, type Scale } from './scale.ts';
import { spotCheck } from './spot-check.ts';
import { openWorld, type World } from './world.ts';
import { writerRows } from './writers.ts';

type Say = (line: string) => void;
type Measured = { readonly worlds: Both<World>; readonly places: Both<Places>; readonly minutes: number };

const growth = (name: string, { worlds, places }: Measured, reads: (places: Places) => Reads) =>
  growthRow(`growth of ${name}`, worlds, { few: reads(places.few), nation: reads(places.nation) });

const titles: Readonly<Record<Chapter, string>> = {
  check: '満たした結果の確かめ',
  search: '施設台帳の検索',
  pages: '施設の画面',
  results: '結果と同規模での並び',
  above: '地域、県、国',
  writers: '200人の保存と提出',
  import: '施設台帳の取り込み',
  deadline: '締切の時間',
  backup: '控えと戻し',
};

const measures: Readonly<Record<Chapter, (measured: Measured, say: Say) => Promise<readonly Row[]>>> = {
  check: async ({ worlds, places }) => [await spotCheck(worlds.nation, places.nation)],
  search: async ({ worlds }) => [
    await growthRow('growth of register search', worlds, {
      few: searches(worlds.few),
      nation: searches(worlds.nation),
    }),
  ],
  pages: async (measured) => [await growth('facility pages', measured, facilityPages)],
  results: async (measured) => [await growth('results with their place in the class', measured, results)],
  above: async (measured) => [await growth('dashboards', measured, dashboards)],
  writers: ({ worlds }) => writerRows(worlds),
  import: ({ worlds }) => importRows(worlds),
  backup: ({ worlds }) => backupRows(worlds),
  deadline: ({ worlds, minutes }, say) => deadlineRows(worlds.nation, minutes, say),
};

async function open(folder: string, name: keyof Both<World>, scale: Scale, say: Say): Promise<World> {
  say(`${name === 'few' ? '1,000 施設' : '全国'}のデータベースを用意しています…`);
  const dataDir = join(folder, name);
  await mkdir(dataDir, { recursive: true });
  return openWorld({ name, dataDir, scale, register: await registerOf(scale), say });
}

async function measureIn(folder: string, { part, minutes, only }: NationOptions, say: Say): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const opened: World[] = [];
  try {
    const small = await open(folder, 'few', few(new Date()), say);
    opened.push(small);
    const large = await open(folder, 'nation', nation(part, new Date()), say);
    opened.push(large);
    const places = { few: await placesOf(small), nation: await placesOf(large) };
    const measured = { worlds: { few: small, nation: large }, places, minutes };
    for (const [nth, chapter] of only.entries()) {
      say(`${nth + 1} / ${only.length}　${titles[chapter]}…`);
      rows.push(...(await measures[chapter](measured, say)));
    }
    return rows;
  } finally {
    for (const world of opened) await world.stop();
  }
}

/** The budgets of national size: a filled country beside a thousand facilities, then the hour of the deadline. */
export async function measureNation(options: NationOptions, say: Say): Promise<readonly Row[]> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'mamori-nation-')));
  try {
    return await measureIn(folder, options, say);
  } finally {
    if (options.folder === null) await rm(folder, { recursive: true, force: true });
  }
}
