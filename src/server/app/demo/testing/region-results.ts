import { expect } from 'vitest';
import type { ResultView } from '#core/assessment/contract.ts';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf, type SheetId } from '#core/catalogue/sheet.ts';
import type { Task } from '#core/plan/task.ts';
import type { Run } from '#core/sheet/run.ts';
import { loadCatalogue } from '../../../catalogue/index.ts';
import type { FilledRegion, RegionCheck, RegionChecks } from './filled-region.ts';

type Summary = Awaited<ReturnType<FilledRegion['summaries']>>[number];
const years = [2024, 2025, 2026];
const inYear = (rows: readonly Summary[], year: number) => rows.filter((row) => row.fiscal_year === year);
const median = (rows: readonly Summary[]) => {
  const sorted = rows.flatMap(({ score }) => score ?? []).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

/** What three years of answers come to. */
export const regionResults: RegionChecks = [
  ...['hospital', 'small-facility'].map(
    (sheetId): RegionCheck => [
      `rise in the median of the sheet ${sheetId} and lie apart`,
      async (region) => {
        const rows = (await region.summaries()).filter((row) => row.sheet_id === sheetId);
        const [first = 0, second = 0, third = 0] = years.map((year) => median(inYear(rows, year)));
        expect(second).toBeGreaterThan(first + 0.05);
        expect(third).toBeGreaterThan(second + 0.05);
        for (const year of years) {
          const scores = inYear(rows, year).flatMap(({ score }) => score ?? []);
          expect(Math.max(...scores) - Math.min(...scores)).toBeGreaterThan(1);
          expect(new Set(scores).size).toBeGreaterThan(scores.length / 2);
        }
      },
    ],
  ),
  [
    'show large hospitals ahead of small ones',
    async (region) => {
      const rows = inYear(await region.summaries(), 2025).filter((row) => row.sheet_id === 'hospital');
      const of = (...classes: string[]) => median(rows.filter((row) => classes.includes(row.bed_class)));
      expect(of('500-plus')).toBeGreaterThan(of('200-299') + 0.3);
      expect(of('200-299')).toBeGreaterThan(of('20-99', 'unknown') - 0.2);
    },
  ],
  [
    'reach every network level up to 2',
    async (region) => {
      const levels = (await region.summaries()).flatMap(({ level }) => level ?? []);
      expect(new Set(levels)).toEqual(new Set([0, 1, 2]));
    },
  ],
  ...years.map(
    (year): RegionCheck => [
      `are compared in the class 100–199 beds in ${year}`,
      async (region) => {
        const visitor = await region.visit('同規模');
        const run = (await region.runsOf(visitor, 'hospital')).find(({ fiscalYear }) => fiscalYear === year);
        const { comparison } = await region.read<ResultView>(visitor, `/runs/${run?.id}/result`);
        expect(comparison).toMatchObject({ classTitle: '病院・100〜199床', percentile: expect.any(Number) });
        expect(comparison?.others).toBeGreaterThanOrEqual(12);
        expect(comparison?.quartiles?.median).toBeGreaterThan(0.5);
      },
    ],
  ),
  [
    'are compared for a clinic too, which answered the network questions',
    async (region) => {
      const visitor = await region.visit('診療所');
      const [run] = await region.runsOf(visitor, 'small-facility');
      const { comparison, networkLevel } = await region.read<ResultView>(visitor, `/runs/${run?.id}/result`);
      expect(comparison?.quartiles).not.toBeNull();
      expect(networkLevel).not.toBeNull();
    },
  ],
];

/** What is answered beside the yearly sheet, and what is under way. */
export const regionWork: RegionChecks = [
  [
    'has a clinic whose owner does what was planned, part of it done',
    async (region) => {
      const { tasks } = await region.read<{ tasks: Task[] }>(await region.visit('診療所'), '/tasks?fiscalYear=2026');
      expect(tasks.map(({ status }) => status).toSorted()).toEqual(['doing', 'done', 'done', 'todo']);
    },
  ],
  [
    'answers to the network questions agree with the answers to the same facts',
    async (region) => {
      const sheet = latestSheet(loadCatalogue(), 'network-level');
      const visitor = await region.visit('同規模');
      const answersIn = async (sheetId: SheetId) => {
        const [run] = await region.runsOf(visitor, sheetId);
        const { answers } = await region.read<Run>(visitor, `/runs/${run?.id}`);
        return new Map(answers.map(({ itemId, value }) => [itemId, value]));
      };
      const [network, own] = [await answersIn('network-level'), await answersIn('hospital')];
      for (const { id, near = [] } of sheet ? itemsOf(sheet) : []) {
        const isDone = near.every((item) => ['2', '3'].includes(own.get(item) ?? ''));
        if (!isDone) expect(network.get(id), id).not.toBe('yes');
      }
      expect(network.size).toBe(12);
    },
  ],
  [
    'this year is half done by the one who does everything alone',
    async (region) => {
      const [run] = await region.runsOf(await region.visit('一人'), 'hospital');
      expect(run).toMatchObject({ fiscalYear: 2026, status: 'open', items: 80 });
      expect(run?.answered).toBeGreaterThan(20);
      expect(run?.answered).toBeLessThan(70);
    },
  ],
  [
    'this year is half done in the pharmacy and not begun in the care home',
    async (region) => {
      expect((await region.runsOf(await region.visit('薬局'), 'small-facility'))[0]).toMatchObject({
        fiscalYear: 2026,
        status: 'open',
      });
      expect((await region.runsOf(await region.visit('介護施設'), 'small-facility'))[0]).toMatchObject({
        fiscalYear: 2025,
      });
    },
  ],
];
