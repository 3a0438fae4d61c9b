import { expect } from 'vitest';
import type { ActivityPage } from '#core/app/activity-contract.ts';
import type { ResultView } from '#core/assessment/contract.ts';
import type { Run } from '#core/sheet/run.ts';
import type { RegionChecks } from './filled-region.ts';

/** What the leading hospital has answered, and what is said of it. */
export const leadingAssessment: RegionChecks = [
  [
    'has this year a run with handed-out areas and carried-over answers to confirm',
    async (region) => {
      const planner = await region.visit('企画管理者');
      const [thisYear, lastYear] = await region.runsOf(planner, 'hospital');
      expect(thisYear).toMatchObject({ fiscalYear: 2026, status: 'open' });
      expect(lastYear).toMatchObject({ fiscalYear: 2025, status: 'submitted' });
      const run = await region.read<Run>(planner, `/runs/${thisYear?.id}`);
      expect(run.toConfirm).toBeGreaterThan(30);
      expect(run.answers.filter(({ toConfirm }) => !toConfirm).length).toBeGreaterThan(10);
      expect(new Set(run.assignments.map(({ person }) => person.id)).size).toBeGreaterThanOrEqual(6);
      const history = await region.read<unknown[]>(planner, `/runs/${thisYear?.id}/answers/H07-3/history`);
      expect(history).toMatchObject([{ value: '2' }, { value: '1' }, { origin: 'carried-over' }]);
    },
  ],
  [
    'lets its staff answer the areas handed to them and no others',
    async (region) => {
      const staff = await region.visit('職員');
      const [run] = await region.runsOf(staff, 'hospital');
      expect((await region.read<Run>(staff, `/runs/${run?.id}`)).may).toMatchObject({
        answer: ['02', '17'],
        submit: false,
      });
    },
  ],
  [
    'has executives who see it rosier, in contradiction to a fact',
    async (region) => {
      const manager = await region.visit('医療情報システム安全管理責任者');
      const runs = await region.runsOf(manager, 'hospital');
      const lastYear = runs.find(({ fiscalYear }) => fiscalYear === 2025);
      const { mirror, result } = await region.read<ResultView>(manager, `/runs/${lastYear?.id}/result`);
      expect(mirror?.executives).toBe(4);
      expect(mirror?.overall.median).toBeGreaterThan(result.score ?? 3);
      expect(mirror?.contradictions.length).toBeGreaterThan(0);
    },
  ],
  [
    'has an activity log that begins two years ago',
    async (region) => {
      const auditor = await region.visit('監査担当');
      let page = await region.read<ActivityPage>(auditor, '/activity?limit=200');
      while (page.next !== null)
        page = await region.read<ActivityPage>(auditor, `/activity?limit=200&after=${page.next}`);
      expect(page.entries.at(-1)).toMatchObject({
        at: expect.stringMatching(/^2024-/),
        act: 'organisation.profile-edited',
      });
    },
  ],
];
