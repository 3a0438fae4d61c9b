import type { EndpointName, Fixture } from './fixture.ts';
import { request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { World } from './world.ts';

type Names = Extract<
  EndpointName,
  `compliance.${string}esk` | `compliance.${string}nquir${string}` | `compliance.${string}rovision${string}`
>;

const desk = { place: '1階 総合受付', inCharge: '医事課', hours: '平日', announced: '受付に掲示', revision: 0 };
const enquiry = { receivedOn: '2026-11-20', gist: '開示の手続き', reply: '', repliedOn: null };
const provision = {
  providedOn: '2026-11-20',
  recipient: '保健所',
  content: '届出',
  ground: 'law',
  groundNote: '感染症法',
  agreement: '',
};

const at = ({ here }: World, rest: string) => `/facilities/${here.id}/${rest}`;

async function rowOf(server: TestServer, world: World, rest: string, body: object): Promise<string> {
  const added = await request(server, world.here.people.planner, { method: 'POST', path: at(world, rest), body });
  return at(world, `${rest}/${(added.body as { id: string }).id}`);
}

export const patientFixtures: Readonly<Record<Names, Fixture>> = {
  'compliance.desk': { as: 'auditor', call: (_, world) => ({ method: 'GET', path: at(world, 'desk') }) },
  'compliance.editDesk': {
    as: 'planner',
    call: (_, world) => ({ method: 'PUT', path: at(world, 'desk'), body: desk }),
    wrong: { body: { ...desk, place: ' ' }, fields: ['place'] },
  },
  'compliance.enquiries': { as: 'auditor', call: (_, world) => ({ method: 'GET', path: at(world, 'enquiries') }) },
  'compliance.addEnquiry': {
    as: 'operator',
    call: (_, world) => ({ method: 'POST', path: at(world, 'enquiries'), body: enquiry }),
    wrong: { body: { ...enquiry, gist: '' }, fields: ['gist'] },
  },
  'compliance.editEnquiry': {
    as: 'operator',
    call: async (server, world) => ({
      method: 'PUT',
      path: await rowOf(server, world, 'enquiries', enquiry),
      body: { ...enquiry, reply: '案内した', repliedOn: '2026-11-21', revision: 1 },
    }),
    wrong: { body: { ...enquiry, receivedOn: '2026-02-30', revision: 1 }, fields: ['receivedOn'] },
  },
  'compliance.provisions': { as: 'auditor', call: (_, world) => ({ method: 'GET', path: at(world, 'provisions') }) },
  'compliance.addProvision': {
    as: 'operator',
    call: (_, world) => ({ method: 'POST', path: at(world, 'provisions'), body: provision }),
    wrong: { body: { ...provision, recipient: '', ground: 'x' }, fields: ['recipient', 'ground'] },
  },
  'compliance.editProvision': {
    as: 'operator',
    call: async (server, world) => ({
      method: 'PUT',
      path: await rowOf(server, world, 'provisions', provision),
      body: { ...provision, agreement: '覚書', revision: 1 },
    }),
    wrong: { body: { ...provision, content: ' ', revision: 1 }, fields: ['content'] },
  },
  'compliance.exportProvisions': {
    as: 'auditor',
    call: (_, world) => ({ method: 'GET', path: at(world, 'provisions.csv') }),
  },
};
