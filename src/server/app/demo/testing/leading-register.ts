import { expect } from 'vitest';
import { type Checklist, openItems } from '#core/compliance/checklist.ts';
import type { ClauseRegister } from '#core/compliance/clause/clause-record.ts';
import type { EnquiryPage } from '#core/compliance/patient/desk.ts';
import type { ProvisionPage } from '#core/compliance/patient/provision.ts';
import type { RegulationRow } from '#core/compliance/regulation/regulation.ts';
import type { VendorRegister } from '#core/compliance/vendor-form/vendor-system.ts';
import type { Evidence } from '#core/evidence/contract.ts';
import type { RegionChecks } from './filled-region.ts';

/** What the leading hospital keeps for an inspection. */
export const leadingRegister: RegionChecks = [
  [
    'has a checklist under way, filled from what was submitted, with one いいえ that is late',
    async (region) => {
      const planner = await region.visit('企画管理者');
      const { sections } = await region.read<Checklist>(planner, '/compliance');
      const items = sections.flatMap((section) => section.items);
      expect(items.filter(({ state }) => state === 'yes').length).toBeGreaterThan(5);
      expect(openItems(sections)[0]).toMatchObject({ late: true });
    },
  ],
  [
    'has clauses of the guideline in every state, each with somebody who sees to it',
    async (region) => {
      const { parts } = await region.read<ClauseRegister>(await region.visit('監査担当'), '/clauses');
      const clauses = parts.flatMap((part) => part.clauses);
      const states = new Set(clauses.map(({ steps }) => steps[0]?.step));
      expect(states).toEqual(new Set([undefined, 'instructed', 'carried-out', 'reported', 'followed-up']));
      expect(clauses.filter(({ owner }) => owner !== null)).toHaveLength(14);
      expect(clauses.filter(({ undone }) => undone !== '')).toMatchObject([
        { id: 'GOV7-3-16', asked: { state: 'settled', decided: { outcome: 'approved' } } },
      ]);
      expect(clauses.some(({ sign }) => sign?.kept === false)).toBe(true);
    },
  ],
  [
    'has three vendors: one has answered and sent, one is half-way, one has not begun',
    async (region) => {
      const { systems } = await region.read<VendorRegister>(await region.visit('監査担当'), '/vendor-systems');
      expect(systems.map(({ system, form }) => [system, form?.standing, form?.answered, form?.no.length])).toEqual([
        ['レセコン', 'answering', 5, 1],
        ['画像（PACS）', 'asked', 0, 0],
        ['電子カルテ', 'answered', 13, 2],
      ]);
    },
  ],
  [
    'has documents in force, one with a version that waits, and says where patients ask',
    async (region) => {
      const auditor = await region.visit('監査担当');
      const regulations = await region.read<RegulationRow[]>(auditor, '/regulations');
      expect(regulations.map(({ kind, current, draft }) => [kind, current?.number, draft?.number])).toEqual([
        ['plan', 1, undefined],
        ['policy', 2, undefined],
        ['rules', 1, 2],
      ]);
      expect(await region.read(auditor, '/desk')).toMatchObject({ place: expect.stringContaining('患者相談窓口') });
      const { entries } = await region.read<EnquiryPage>(auditor, '/enquiries');
      expect(entries.filter(({ repliedOn }) => repliedOn === null)).toHaveLength(1);
      expect((await region.read<ProvisionPage>(auditor, '/provisions')).entries).toHaveLength(3);
    },
  ],
  [
    'has files that prove answers, a clause, and the measures of finished tasks',
    async (region) => {
      const files = await region.read<Evidence[]>(await region.visit('監査担当'), '/evidence');
      const places = files.map(({ itemId }) => itemId ?? 'task').toSorted();
      expect(places).toEqual(['GOV7-3-15', 'H01-6', 'H15-1', 'H15-4', 'R7-H-3-01', 'task', 'task']);
    },
  ],
];
