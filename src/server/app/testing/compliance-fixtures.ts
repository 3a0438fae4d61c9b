import type { EndpointName, Fixture } from './fixture.ts';
import { patientFixtures } from './patient-fixtures.ts';
import { regulationFixtures } from './regulation-fixtures.ts';
import { request } from './request.ts';
import { begunRun } from './sheet-fixtures.ts';
import type { TestServer } from './test-server.ts';
import { answerByLink, formSecret, sentForm, systemPath, systemWords } from './vendor-form-fixtures.ts';
import type { World } from './world.ts';

type Names = Extract<EndpointName, `compliance.${string}`>;

const clauseEdit = { ownerId: null, dueOn: '2026-12-31', documents: '規程集', undone: '' };

const vendorAnswer = {
  itemId: 'R7-V-1-01',
  value: 'no',
  note: '',
  revision: 0,
  confirmedOn: '2026-11-20',
  targetOn: '2027-01-31',
};

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
  'compliance.vendorSystems': {
    as: 'auditor',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/vendor-systems` }),
  },
  'compliance.addVendorSystem': {
    as: 'operator',
    call: (_, { here }) => ({ method: 'POST', path: `/facilities/${here.id}/vendor-systems`, body: systemWords }),
    wrong: {
      body: { vendor: ' ', system: 'あ'.repeat(101), contact: '一\n二', email: 'x' },
      fields: ['vendor', 'system', 'contact', 'email'],
    },
  },
  'compliance.editVendorSystem': {
    as: 'operator',
    call: async (server, { here }) => ({
      method: 'PUT',
      path: await systemPath(server, here),
      body: { ...systemWords, contact: '鈴木', ended: false, revision: 1 },
    }),
    wrong: { body: { ...systemWords, contact: '', ended: false, revision: -1 }, fields: ['contact', 'revision'] },
  },
  'compliance.beginVendorForm': {
    as: 'operator',
    call: async (server, { here }) => ({ method: 'POST', path: await systemPath(server, here, '/form') }),
  },
  'compliance.askVendor': {
    as: 'operator',
    call: async (server, { here }) => ({
      method: 'POST',
      path: await systemPath(server, here, '/link'),
      body: { byMail: false },
    }),
    wrong: { body: { byMail: 'x' }, fields: ['byMail'] },
  },
  'compliance.endVendorLink': {
    as: 'operator',
    call: async (server, { here }) => {
      const path = await systemPath(server, here, '/link');
      await request(server, here.people.planner, { method: 'POST', path, body: { byMail: false } });
      return { method: 'DELETE', path };
    },
  },
  'compliance.openVendorForm': {
    as: 'nobody',
    call: async (server, { here }) => ({
      method: 'POST',
      path: '/vendor-form',
      body: { token: await formSecret(server, here) },
    }),
    wrong: { body: { token: '' }, fields: ['token'] },
  },
  'compliance.answerVendorForm': {
    as: 'nobody',
    call: async (server, { here }) => ({
      method: 'POST',
      path: '/vendor-form/answer',
      body: { ...vendorAnswer, token: await formSecret(server, here) },
    }),
    wrong: {
      body: { ...vendorAnswer, token: 5, value: 'x', note: 'あ'.repeat(2001), confirmedOn: '2026-02-30' },
      fields: ['token', 'value', 'note', 'confirmedOn'],
    },
  },
  'compliance.sendVendorForm': {
    as: 'nobody',
    call: async (server, { here }) => {
      const token = await formSecret(server, here);
      await answerByLink(server, token);
      return { method: 'POST', path: '/vendor-form/sending', body: { token } };
    },
    wrong: { body: { token: null }, fields: ['token'] },
  },
  'compliance.takeBackVendorForm': {
    as: 'nobody',
    call: async (server, { here }) => ({
      method: 'POST',
      path: '/vendor-form/taking-back',
      body: { token: await sentForm(server, here) },
    }),
    wrong: { body: {}, fields: ['token'] },
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
