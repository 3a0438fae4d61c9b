import { asSystem } from '../../platform/database/transaction.ts';
import type { EndpointName, Fixture } from './fixture.ts';
import { type Call, request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { World } from './world.ts';

type Names = Extract<EndpointName, `organisation.${string}` | `catalogue.${string}`>;
const row = '141234567,1234567,みなと内科医院,2310001,横浜市中区新港1-1\n';

const upload: Call = {
  method: 'POST',
  path: '/register/imports?name=list.csv',
  bytes: { content: new TextEncoder().encode(row.repeat(1)), type: 'text/csv' },
};

/** Waits until no import is under way: only one runs at a time. */
async function importsEnded(server: TestServer): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const running = await asSystem(server.db, (tx) =>
      tx.selectFrom('register_import').select('id').where('state', '=', 'running').executeTakeFirst(),
    );
    if (!running) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The id of an import that has come to its end. */
async function finishedImport(server: TestServer, { administrator }: World): Promise<string> {
  await importsEnded(server);
  const begun = await request(server, administrator, upload);
  await importsEnded(server);
  return (begun.body as { importId: string }).importId;
}

const servers = { appOnPc: 'no', ownServers: 'yes', updatesEntrusted: 'no' };

export const organisationFixtures: Readonly<Record<Names, Fixture>> = {
  'catalogue.sheets': { as: 'nobody', call: () => ({ method: 'GET', path: '/sheets' }) },
  'catalogue.sheet': { as: 'nobody', call: () => ({ method: 'GET', path: '/sheets/small-facility' }) },
  'catalogue.templates': { as: 'nobody', call: () => ({ method: 'GET', path: '/templates' }) },
  'catalogue.words': { as: 'nobody', call: () => ({ method: 'GET', path: '/words' }) },
  'catalogue.sheetChanges': {
    as: 'nobody',
    call: () => ({ method: 'GET', path: '/sheets/hospital/versions/1.0.0/changes/1.0.0' }),
  },
  'catalogue.auditGuide': {
    as: 'nobody',
    call: () => ({ method: 'GET', path: '/sheets/hospital/versions/1.0.0/audit-guide' }),
  },
  'catalogue.sheetVersion': { as: 'nobody', call: () => ({ method: 'GET', path: '/sheets/hospital/versions/1.0.0' }) },
  'organisation.searchRegister': {
    as: 'system-administrator',
    call: () => ({ method: 'GET', path: `/register/facilities?words=${encodeURIComponent('みなと')}` }),
  },
  'organisation.registerCities': {
    as: 'system-administrator',
    call: () => ({ method: 'GET', path: '/register/prefectures/14/cities' }),
  },
  'organisation.registeredFacility': {
    as: 'system-administrator',
    call: (_, { here }) => ({ method: 'GET', path: `/register/facilities/${here.id}` }),
  },
  'organisation.createFacility': {
    as: 'system-administrator',
    call: () => ({
      method: 'POST',
      path: '/register/facilities',
      body: {
        name: '㈱みなと薬局',
        code: null,
        prefecture: 14,
        postalCode: null,
        address: '横浜市中区1',
        type: 'pharmacy',
        beds: null,
      },
    }),
    wrong: {
      body: { name: '', code: '12', prefecture: 99, type: 'castle' },
      fields: ['name', 'code', 'prefecture', 'type'],
    },
  },
  'organisation.correctFacility': {
    as: 'system-administrator',
    call: (_, { here }) => ({
      method: 'PUT',
      path: `/register/facilities/${here.id}`,
      body: { name: 'みなと病院', prefecture: 14, postalCode: null, address: '横浜市中区2' },
    }),
    wrong: { body: { name: '', prefecture: 48, postalCode: '1', address: '' }, fields: ['name', 'prefecture'] },
  },
  'organisation.openFacility': {
    as: 'system-administrator',
    call: (_, { here }) => ({ method: 'PUT', path: `/register/facilities/${here.id}/opening` }),
  },
  'organisation.importRegister': { as: 'system-administrator', call: () => upload },
  'organisation.imports': { as: 'system-administrator', call: () => ({ method: 'GET', path: '/register/imports' }) },
  'organisation.readImport': {
    as: 'system-administrator',
    call: async (server, world) => ({
      method: 'GET',
      path: `/register/imports/${await finishedImport(server, world)}`,
    }),
  },
  'organisation.profile': {
    as: 'staff',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/profile` }),
  },
  'organisation.editProfile': {
    as: 'planner',
    call: (_, { here }) => ({
      method: 'PUT',
      path: `/facilities/${here.id}/profile`,
      body: { type: 'hospital', beds: 220, functions: [], ehr: 'on-premise', systemStaff: true, revision: 1 },
    }),
    wrong: { body: { type: 'castle', beds: -1 }, fields: ['type', 'beds'] },
  },
  'organisation.chooseSheet': {
    as: 'planner',
    call: (_, { here }) => ({ method: 'PUT', path: `/facilities/${here.id}/sheet-choice`, body: servers }),
    wrong: { body: { ownServers: 'maybe' }, fields: ['ownServers'] },
  },
};
