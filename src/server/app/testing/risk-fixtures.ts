import { proposedCriteria } from '#core/risk/criteria.ts';
import type { Risk } from '#core/risk/risk.ts';
import { estimateEdit, riskEdit, treatmentEdit } from '../../risk/testing/risk-edits.ts';
import type { EndpointName, Fixture } from './fixture.ts';
import { addedTask } from './plan-fixtures.ts';
import { request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { TestFacility, World } from './world.ts';

type Names = Extract<EndpointName, `risk.${string}`>;

const { revision: _, ...criteria } = proposedCriteria;
const acceptance = { reason: '更新は来年度のため', until: '2026-12-31' };

const send = async (server: TestServer, { id, people }: TestFacility, method: string, path: string, body: object) =>
  (await request(server, people.planner, { method, path: `/facilities/${id}${path}`, body })).body as Risk;

const addedRisk = (server: TestServer, here: TestFacility) => send(server, here, 'POST', '/risks', riskEdit);

/** A risk of the planner that is estimated: its second revision. */
async function estimatedRisk(server: TestServer, here: TestFacility): Promise<Risk> {
  const { id, revision } = await addedRisk(server, here);
  const body = { revision, criteriaRevision: 0, ...estimateEdit };
  return send(server, here, 'PUT', `/risks/${id}/estimate`, body);
}

async function treatedRisk(server: TestServer, here: TestFacility): Promise<Risk> {
  const { id, revision } = await addedRisk(server, here);
  return send(server, here, 'POST', `/risks/${id}/treatments`, { ...treatmentEdit, revision });
}

/** Who sees to a treatment, and the task it is part of. */
const ownWork = async (server: TestServer, here: TestFacility) => ({
  ownerId: here.people.planner.id,
  taskId: (await addedTask(server, here)).split('/').at(-1) ?? '',
});

const at = (facility: TestFacility, path: string) => `/facilities/${facility.id}${path}`;
const get =
  (path: string): Fixture['call'] =>
  (_server, { here }) => ({ method: 'GET', path: at(here, path) });
const treatmentPath = (here: TestFacility, { id, treatments }: Risk) =>
  at(here, `/risks/${id}/treatments/${treatments[0]?.id}`);

const registerFixtures = {
  'risk.risks': { as: 'auditor', call: get('/risks?basis=before') },
  'risk.riskSums': { as: 'auditor', call: get('/risk-sums') },
  'risk.criteria': { as: 'auditor', call: get('/risk-criteria') },
  'risk.risk': {
    as: 'auditor',
    call: async (server, { here }) => ({
      method: 'GET',
      path: at(here, `/risks/${(await treatedRisk(server, here)).id}`),
    }),
  },
  'risk.addRisk': {
    as: 'planner',
    call: (_server, { here }) => ({
      method: 'POST',
      path: at(here, '/risks'),
      body: { ...riskEdit, ownerId: here.people.planner.id },
    }),
    wrong: {
      body: { ...riskEdit, title: ' ', outageHours: -1, leaked: -1 },
      fields: ['title', 'outageHours', 'leaked'],
    },
  },
  'risk.editRisk': {
    as: 'planner',
    call: async (server, { here }) => ({
      method: 'PUT',
      path: at(here, `/risks/${(await addedRisk(server, here)).id}`),
      body: { ...riskEdit, ownerId: here.people.planner.id, revision: 1 },
    }),
    wrong: { body: { ...riskEdit, revision: 1, patients: 0.5, assets: [''] }, fields: ['patients', 'assets.0'] },
  },
  'risk.assessRisk': {
    as: 'planner',
    call: async (server, { here }) => ({
      method: 'PUT',
      path: at(here, `/risks/${(await addedRisk(server, here)).id}/estimate`),
      body: { ...estimateEdit, revision: 1, criteriaRevision: 0 },
    }),
    wrong: {
      body: { ...estimateEdit, revision: 1, criteriaRevision: 0, likelihood: 6, impact: 0 },
      fields: ['likelihood', 'impact'],
    },
  },
  'risk.closeRisk': {
    as: 'planner',
    call: async (server, { here }) => ({
      method: 'PUT',
      path: at(here, `/risks/${(await addedRisk(server, here)).id}/closing`),
      body: { revision: 1, reason: '機器をなくした' },
    }),
    wrong: { body: { revision: 1, reason: '' }, fields: ['reason'] },
  },
  'risk.setCriteria': {
    as: 'executive',
    call: (_server, { here }) => ({
      method: 'PUT',
      path: at(here, '/risk-criteria'),
      body: { ...criteria, revision: 0, marksEstimates: false },
    }),
    wrong: {
      body: { ...criteria, revision: 0, marksEstimates: false, attentionFrom: 1, likelihood: [] },
      fields: ['attentionFrom', 'likelihood'],
    },
  },
} as const satisfies Partial<Record<Names, Fixture>>;

const treatmentFixtures = {
  'risk.addTreatment': {
    as: 'planner',
    call: async (server, { here }) => ({
      method: 'POST',
      path: at(here, `/risks/${(await addedRisk(server, here)).id}/treatments`),
      body: { ...treatmentEdit, ...(await ownWork(server, here)), revision: 1 },
    }),
    wrong: { body: { ...treatmentEdit, revision: 1, option: 'accept', what: '' }, fields: ['option', 'what'] },
  },
  'risk.editTreatment': {
    as: 'planner',
    call: async (server, { here }) => {
      const risk = await treatedRisk(server, here);
      const body = { ...treatmentEdit, ...(await ownWork(server, here)), revision: risk.revision };
      return { method: 'PUT', path: treatmentPath(here, risk), body };
    },
    wrong: { body: { ...treatmentEdit, revision: 2, dueOn: '2026-02-30' }, fields: ['dueOn'] },
  },
  'risk.removeTreatment': {
    as: 'planner',
    call: async (server, { here }) => ({
      method: 'DELETE',
      path: treatmentPath(here, await treatedRisk(server, here)),
    }),
  },
  'risk.askAcceptance': {
    as: 'planner',
    call: async (server, { here }) => ({
      method: 'POST',
      path: at(here, `/risks/${(await estimatedRisk(server, here)).id}/acceptance`),
      body: { ...acceptance, revision: 2 },
    }),
    wrong: { body: { ...acceptance, revision: 2, reason: ' ', until: '2026-02-30' }, fields: ['reason', 'until'] },
  },
  'risk.dropAcceptance': {
    as: 'planner',
    call: async (server, { here }: World) => {
      const { id } = await estimatedRisk(server, here);
      await send(server, here, 'POST', `/risks/${id}/acceptance`, { ...acceptance, revision: 2 });
      return { method: 'DELETE', path: at(here, `/risks/${id}/acceptance`) };
    },
  },
} as const satisfies Partial<Record<Names, Fixture>>;

const suggestionFixtures = {
  'risk.board': { as: 'auditor', call: get('/risk-board') },
  'risk.workbook': { as: 'auditor', call: get('/risk-workbook') },
  'risk.safeguards': { as: 'auditor', call: get('/safeguards') },
  'risk.suggestedRisks': { as: 'planner', call: get('/suggested-risks') },
  'risk.treatmentChoices': { as: 'auditor', call: get('/treatment-choices') },
  'risk.takeSuggestion': {
    as: 'planner',
    call: (_server, { here }) => ({
      method: 'POST',
      path: at(here, '/suggested-risks'),
      body: { suggestionId: 'backup-lost' },
    }),
    wrong: { body: { suggestionId: 'x'.repeat(41) }, fields: ['suggestionId'] },
  },
  'risk.passSuggestion': {
    as: 'planner',
    call: (_server, { here }) => ({
      method: 'PUT',
      path: at(here, '/suggested-risks'),
      body: { suggestionId: 'malware', passed: true, reason: 'もう対応している' },
    }),
    wrong: { body: { suggestionId: 'malware', passed: 'x', reason: '' }, fields: ['passed'] },
  },
} as const satisfies Partial<Record<Names, Fixture>>;

export const riskFixtures: Readonly<Record<Names, Fixture>> = {
  ...registerFixtures,
  ...treatmentFixtures,
  ...suggestionFixtures,
};
