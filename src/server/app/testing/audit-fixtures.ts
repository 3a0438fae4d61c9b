import type { EndpointName, Fixture } from './fixture.ts';
import { request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { World } from './world.ts';

type Names = Extract<EndpointName, `audit.${string}`>;

/** A plan of an audit of the first area of the small sheet, with nobody to hold it yet. */
export const plannedAudit = {
  ...{ kind: 'internal', title: '令和8年度 内部監査', sheetId: 'small-facility', areas: ['S1'] },
  ...{ plannedFrom: '2026-12-01', plannedTo: '2026-12-10', clauses: ['GOV7-3-11'], systems: '電子カルテ' },
  team: [] as readonly { readonly personId: string; readonly lead: boolean; readonly areas: readonly string[] }[],
};

/** An audit of that plan, led and held by the auditor; its path. */
export async function heldAudit(server: TestServer, { here }: World): Promise<string> {
  const { auditor } = here.people;
  const path = `/facilities/${here.id}/audits`;
  const body = { ...plannedAudit, team: [{ personId: auditor.id, lead: true, areas: ['S1'] }] };
  const planned = await request(server, auditor, { method: 'POST', path, body });
  if (planned.status !== 201) throw new Error(JSON.stringify(planned.body));
  return `${path}/${(planned.body as { id: string }).id}`;
}

/** The same audit once it has begun; the path of its check sheet. */
export async function begunAudit(server: TestServer, world: World): Promise<string> {
  const path = `${await heldAudit(server, world)}/run`;
  const begun = await request(server, world.here.people.auditor, { method: 'POST', path });
  if (begun.status !== 201) throw new Error(JSON.stringify(begun.body));
  return `/facilities/${world.here.id}/runs/${(begun.body as { runId: string }).runId}`;
}

export const auditFixtures: Readonly<Record<Names, Fixture>> = {
  'audit.audits': { as: 'operator', call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/audits` }) },
  'audit.choices': {
    as: 'auditor',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/audit-choices?sheetId=hospital` }),
  },
  'audit.plan': {
    as: 'executive',
    call: (_, { here }) => {
      const team = [{ personId: here.people.auditor.id, lead: true, areas: ['S1'] }];
      return { method: 'POST', path: `/facilities/${here.id}/audits`, body: { ...plannedAudit, team } };
    },
    wrong: { body: { ...plannedAudit, title: ' ', areas: [] }, fields: ['title', 'areas'] },
  },
  'audit.audit': {
    as: 'planner',
    call: async (server, world) => ({ method: 'GET', path: await heldAudit(server, world) }),
  },
  'audit.edit': {
    as: 'auditor',
    call: async (server, world) => {
      const team = [{ personId: world.here.people.auditor.id, lead: true, areas: [] }];
      return { method: 'PUT', path: await heldAudit(server, world), body: { ...plannedAudit, team, revision: 1 } };
    },
    wrong: { body: { ...plannedAudit, revision: 1, plannedTo: '2026-02-30' }, fields: ['plannedTo'] },
  },
  'audit.begin': {
    as: 'auditor',
    call: async (server, world) => ({ method: 'POST', path: `${await heldAudit(server, world)}/run` }),
  },
  'audit.claims': {
    as: 'auditor',
    call: async (server, world) => ({ method: 'GET', path: `${await heldAudit(server, world)}/claims` }),
  },
};
