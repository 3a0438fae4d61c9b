import type { EndpointName, Fixture } from './fixture.ts';
import { patientFixtures } from './patient-fixtures.ts';
import { regulationFixtures } from './regulation-fixtures.ts';
import { request } from './request.ts';
import { begunRun } from './sheet-fixtures.ts';
import type { TestServer } from './test-server.ts';
import type { World } from './world.ts';

type Names = Extract<EndpointName, `compliance.${string}`>;

const clauseEdit = { ownerId: null, dueOn: '2026-12-31', documents: '規程集', undone: '' };

const formPath = async (server: TestServer, { here }: World) =>
  `/facilities/${here.id}/runs/${await begunRun(server, here, 'checklist-institution')}`;

export const complianceFixtures: Readonly<Record<Names, Fixture>> = {
  'compliance.checklist': {
    as: 'auditor',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/compliance` }),
  },
  'compliance.proposals': {
    as: 'operator',
    call: async (server, world) => ({ method: 'GET', path: `${await formPath(server, world)}/proposals` }),
  },
  'compliance.takeProposals': {
    as: 'operator',
    call: async (server, world) => ({
      method: 'POST',
      path: `${await formPath(server, world)}/proposals`,
      body: { itemIds: ['R7-H-1-01'] },
    }),
    wrong: { body: { itemIds: [] }, fields: ['itemIds'] },
  },
  'compliance.clauses': {
    as: 'auditor',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/clauses` }),
  },
  'compliance.editClause': {
    as: 'planner',
    call: (_, { here }) => ({
      method: 'PUT',
      path: `/facilities/${here.id}/clauses`,
      body: { ...clauseEdit, clauseId: 'GOV7-1-01', revision: 0, ownerId: here.people.planner.id },
    }),
    wrong: {
      body: { ...clauseEdit, clauseId: 'GOV7-1-01', revision: 0, dueOn: '2026-02-30' },
      fields: ['dueOn'],
    },
  },
  'compliance.setStep': {
    as: 'executive',
    call: async (server, { here }, by) => {
      const path = `/facilities/${here.id}/clause-steps`;
      const first = { clauseId: 'GOV7-1-02', step: 'instructed', note: '', after: 0 };
      if (by === 'executive' || by === 'safety-manager') return { method: 'POST', path, body: first };
      await request(server, here.people.executive, { method: 'POST', path, body: first });
      return { method: 'POST', path, body: { ...first, step: 'carried-out', after: 1 } };
    },
    wrong: { body: { clauseId: 'GOV7-1-02', step: 'x', note: '', after: 0 }, fields: ['step'] },
  },
  'compliance.askAboutClause': {
    as: 'planner',
    call: async (server, { here }) => {
      const body = { ...clauseEdit, clauseId: 'GOV7-1-03', revision: 0, undone: '予算がないため' };
      await request(server, here.people.planner, { method: 'PUT', path: `/facilities/${here.id}/clauses`, body });
      const asking = { clauseId: 'GOV7-1-03', revision: 1 };
      return { method: 'POST', path: `/facilities/${here.id}/clause-decisions`, body: asking };
    },
    wrong: { body: { clauseId: 'GOV7-1-03', revision: -1 }, fields: ['revision'] },
  },
  'compliance.inspection': {
    as: 'executive',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/inspection` }),
  },
  'compliance.inspectionSize': {
    as: 'executive',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/inspection-size` }),
  },
  'compliance.inspectionPdf': {
    as: 'planner',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/inspection.pdf` }),
  },
  'compliance.inspectionZip': {
    as: 'safety-manager',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/inspection.zip` }),
  },
  'compliance.feeEvidence': {
    as: 'auditor',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/fee-rules` }),
  },
  'compliance.printFeeEvidence': {
    as: 'auditor',
    call: (_, { here }) => ({
      method: 'GET',
      path: `/facilities/${here.id}/fee-rules.pdf?ruleId=FR-A207&version=R6`,
    }),
  },
  ...regulationFixtures,
  ...patientFixtures,
  'compliance.form': {
    as: 'executive',
    call: async (server, world) => ({ method: 'GET', path: `${await formPath(server, world)}/checklist.pdf` }),
  },
};
