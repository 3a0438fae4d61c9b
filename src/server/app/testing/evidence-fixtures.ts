import { begunAudit } from './audit-fixtures.ts';
import type { EndpointName, Fixture, Holder } from './fixture.ts';
import { addedTask } from './plan-fixtures.ts';
import { type Call, request } from './request.ts';
import { handedRun } from './sheet-fixtures.ts';
import type { TestServer } from './test-server.ts';
import type { TestFacility, World } from './world.ts';

type Names = Extract<EndpointName, `evidence.${string}`>;

const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const upload = ({ id }: TestFacility): Call => ({
  method: 'POST',
  path: `/facilities/${id}/items/S1/evidence?name=a.png`,
  bytes: { content: png, type: 'image/png' },
});

/** Evidence at an item handed to the staff and to the auditor; added by them where they are to change it, by the planner for all others. */
async function addedEvidence(server: TestServer, world: World, by: Holder): Promise<string> {
  const { here } = world;
  await handedRun(server, world);
  if (by === 'auditor') await begunAudit(server, world);
  const own = by === 'staff' || by === 'auditor';
  const added = await request(server, here.people[own ? by : 'planner'], upload(here));
  return `/facilities/${here.id}/evidence/${(added.body as { id: string }).id}`;
}

export const evidenceFixtures: Readonly<Record<Names, Fixture>> = {
  'evidence.list': {
    as: 'auditor',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/evidence` }),
  },
  'evidence.established': {
    as: 'planner',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/established-values` }),
  },
  'evidence.add': {
    as: 'operator',
    call: async (server, world, by) => {
      await handedRun(server, world);
      if (by === 'auditor') await begunAudit(server, world);
      return upload(world.here);
    },
  },
  'evidence.addToTask': {
    as: 'operator',
    call: async (server, { here }) => ({
      method: 'POST',
      path: `${await addedTask(server, here)}/evidence?name=a.png`,
      bytes: { content: png, type: 'image/png' },
    }),
  },
  'evidence.content': {
    as: 'auditor',
    call: async (server, world) => ({
      method: 'GET',
      path: `${await addedEvidence(server, world, 'planner')}/content`,
    }),
  },
  'evidence.remove': {
    as: 'planner',
    call: async (server, world, by) => ({ method: 'DELETE', path: await addedEvidence(server, world, by) }),
  },
  'evidence.restore': {
    as: 'planner',
    call: async (server, world, by) => {
      const path = await addedEvidence(server, world, by);
      await request(server, world.here.people.planner, { method: 'DELETE', path });
      return { method: 'POST', path: `${path}/restoration` };
    },
  },
};
