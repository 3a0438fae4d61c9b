import { expect } from 'vitest';
import type { Webhook } from '#core/app/webhook/webhook-contract.ts';
import type { Year } from '#core/app/year/year-contract.ts';
import type { AuditSummary, AuditView } from '#core/audit/audit.ts';
import type { Decided, DecisionList } from '#core/plan/decision/decision-contract.ts';
import type { Task } from '#core/plan/task.ts';
import type { RiskSums } from '#core/risk/risk-contract.ts';
import type { Safeguards } from '#core/risk/safeguard.ts';
import type { SuggestionList } from '#core/risk/suggestion-contract.ts';
import type { RegionChecks } from './filled-region.ts';

/** What the leading hospital does this year, and what its executives decide. */
export const leadingWork: RegionChecks = [
  [
    'is as far with its tasks as the year has come, each with somebody who has it',
    async (region) => {
      const planner = await region.visit('企画管理者');
      const { tasks } = await region.read<{ tasks: Task[] }>(planner, '/tasks?fiscalYear=2026');
      expect(tasks).toHaveLength(12);
      expect(tasks.every(({ owner }) => owner !== null)).toBe(true);
      const at = (status: Task['status']) => tasks.filter((task) => task.status === status);
      expect(at('done').every(({ dueOn }) => dueOn < '2026-11-21')).toBe(true);
      expect([at('done').length, at('doing').length, at('todo').length]).toEqual([6, 3, 3]);
      expect(
        (await region.read<{ comments: unknown[] }>(planner, `/tasks/${at('doing')[0]?.id}`)).comments,
      ).toHaveLength(1);
    },
  ],
  [
    'has two tasks of last year that are open still, and may take them over',
    async (region) => {
      const planner = await region.visit('企画管理者');
      const { tasks } = await region.read<{ tasks: Task[] }>(planner, '/tasks?fiscalYear=2025');
      expect(tasks.map(({ status }) => status).toSorted()).toEqual(['doing', 'doing', 'done', 'done', 'done', 'done']);
      const open = tasks.filter(({ status }) => status === 'doing');
      expect(open.every(({ dueOn }) => dueOn === '2026-03-31')).toBe(true);
    },
  ],
  [
    'has a risk in every state, treatments in table 4-1, and more that are suggested',
    async (region) => {
      const auditor = await region.visit('監査担当');
      const { states } = await region.read<RiskSums>(auditor, '/risk-sums');
      expect(states.map(({ state, risks }) => [state, risks]).toSorted()).toEqual(
        [
          ...[
            ['unassessed', 1],
            ['undecided', 1],
            ['treating', 3],
            ['treated', 1],
          ],
          ...[
            ['asked', 1],
            ['accepted', 1],
            ['lapsed', 1],
          ],
        ].toSorted(),
      );
      const { rows } = await region.read<Safeguards>(auditor, '/safeguards');
      expect(rows.filter(({ preventive }) => preventive.open + preventive.done > 0).length).toBeGreaterThan(3);
      const { suggestions, passed } = await region.read<SuggestionList>(
        await region.visit('企画管理者'),
        '/suggested-risks',
      );
      expect(suggestions.length).toBeGreaterThan(3);
      expect(suggestions[0]?.reasons.length).toBeGreaterThan(0);
      expect(passed).toHaveLength(1);
    },
  ],
  [
    'has audits that are closed, on their way and to come, with a finding that is late',
    async (region) => {
      const auditor = await region.visit('監査担当');
      const { audits } = await region.read<{ audits: AuditSummary[] }>(auditor, '/audits');
      expect(audits.map(({ state, kind }) => [state, kind])).toEqual([
        ['planned', 'external'],
        ['reported', 'internal'],
        ['closed', 'internal'],
      ]);
      const [, reported] = audits;
      expect(reported).toMatchObject({ openFindings: 3, lateFindings: 1 });
      const { veracity, findings } = await region.read<AuditView>(auditor, `/audits/${reported?.id}`);
      expect(veracity?.years).toHaveLength(2);
      expect(veracity?.overall.compared).toBeGreaterThan(10);
      expect(findings.map(({ state }) => state).toSorted()).toEqual([
        'closed',
        'corrected',
        'noted',
        'noted',
        'open',
        'open',
      ]);
    },
  ],
  [
    'has matters for its executives to decide, one put off, and decisions by their numbers',
    async (region) => {
      const executive = await region.visit('経営層');
      const { due, waiting, suggested } = await region.read<DecisionList>(executive, '/decision-requests');
      const { decisions } = await region.read<{ decisions: Decided[] }>(executive, '/decisions');
      expect([due.length, waiting.length]).toEqual([4, 1]);
      expect(decisions.map(({ request }) => request.kind)).toEqual(
        expect.arrayContaining(['appointment', 'clause-undone']),
      );
      expect(decisions.map(({ decision }) => decision.number)).toEqual([7, 6, 5, 4, 3, 2, 1]);
      expect(suggested.map(({ source }) => source.split('/')[0])).toContain('result');
    },
  ],
  [
    'has set days of its year, and tells a receiver nothing that it has paused',
    async (region) => {
      const administrator = await region.visit('施設の管理者');
      const { steps } = await region.read<Year>(administrator, '/year');
      expect(steps.filter(({ suggested }) => !suggested).map(({ id }) => id)).toEqual(['drill', 'train', 'report']);
      const { receivers } = await region.read<{ receivers: Webhook[] }>(administrator, '/webhooks');
      expect(receivers).toMatchObject([{ state: 'paused', pausedWhy: 'asked' }]);
      const { deliveries } = await region.read<{ deliveries: unknown[] }>(
        administrator,
        `/webhooks/${receivers[0]?.id}/deliveries`,
      );
      expect(deliveries).toEqual([]);
    },
  ],
];
