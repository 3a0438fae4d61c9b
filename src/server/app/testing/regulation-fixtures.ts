import type { EndpointName, Fixture } from './fixture.ts';
import { request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { World } from './world.ts';

type Names = Extract<EndpointName, `compliance.${string}egulation${string}` | `compliance.${string}Draft`>;

const edit = { kind: 'policy', title: '情報セキュリティ方針', clauseIds: ['GOV7-3-07'], reviewOn: '2027-03-31' };
const draft = { validOn: '2026-11-01', changes: '初めて作った', body: '守ります。' };

const at = ({ here }: World) => `/facilities/${here.id}/regulations`;

/** Has the planner add a document, with a version that waits for approval. */
async function drafted(server: TestServer, world: World): Promise<string> {
  const { planner } = world.here.people;
  const added = await request(server, planner, { method: 'POST', path: at(world), body: edit });
  const path = `${at(world)}/${(added.body as { id: string }).id}`;
  await request(server, planner, { method: 'PUT', path: `${path}/draft`, body: { ...draft, revision: 1 } });
  return path;
}

export const regulationFixtures: Readonly<Record<Names, Fixture>> = {
  'compliance.regulations': { as: 'auditor', call: (_, world) => ({ method: 'GET', path: at(world) }) },
  'compliance.regulation': {
    as: 'auditor',
    call: async (server, world) => ({ method: 'GET', path: await drafted(server, world) }),
  },
  'compliance.addRegulation': {
    as: 'planner',
    call: (_, world) => ({ method: 'POST', path: at(world), body: edit }),
    wrong: { body: { ...edit, title: ' ', kind: 'x' }, fields: ['kind', 'title'] },
  },
  'compliance.editRegulation': {
    as: 'planner',
    call: async (server, world) => ({
      method: 'PUT',
      path: await drafted(server, world),
      body: { ...edit, kind: 'rules', withdrawn: true, revision: 2 },
    }),
    wrong: { body: { ...edit, withdrawn: false, revision: 0 }, fields: ['revision'] },
  },
  'compliance.writeDraft': {
    as: 'planner',
    call: async (server, world) => ({
      method: 'PUT',
      path: `${await drafted(server, world)}/draft`,
      body: { ...draft, body: '必ず守ります。', revision: 2 },
    }),
    wrong: { body: { ...draft, changes: ' ', revision: 2 }, fields: ['changes'] },
  },
  'compliance.approveDraft': {
    as: 'executive',
    call: async (server, world) => ({
      method: 'POST',
      path: `${await drafted(server, world)}/approval`,
      body: { revision: 2, reviewOn: '2027-11-30' },
    }),
    wrong: { body: { revision: 2, reviewOn: '' }, fields: ['reviewOn'] },
  },
  'compliance.printRegulation': {
    as: 'auditor',
    call: async (server, world) => ({
      method: 'GET',
      path: `${await drafted(server, world)}/version.pdf?number=1`,
    }),
  },
};
