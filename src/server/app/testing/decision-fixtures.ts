import type { DecisionRequest } from '#core/plan/decision/request.ts';
import type { EndpointName, Fixture } from './fixture.ts';
import { request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { TestFacility } from './world.ts';

export type DecisionNames = Extract<
  EndpointName,
  | 'plan.decisionRequests'
  | 'plan.decisions'
  | 'plan.askDecision'
  | 'plan.editRequest'
  | 'plan.withdrawRequest'
  | 'plan.decide'
  | 'plan.decisionSheet'
>;

const edit = {
  kind: 'budget',
  title: '対策の予算を決める',
  matter: '対策3件の費用の合計です。',
  cost: 1_200_000,
  effect: '対策を年度のうちに進められます。',
  waiting: '対策が止まります。',
  neededBy: '2026-12-31',
} as const;

/** What a planner asks by hand. */
export const askedByHand = { ...edit, source: null } as const;

/** Asks the executives of a facility something. */
export async function askedRequest(
  server: TestServer,
  { id, people }: TestFacility,
  over: object = {},
): Promise<DecisionRequest> {
  const call = { method: 'POST', path: `/facilities/${id}/decision-requests`, body: { ...askedByHand, ...over } };
  return (await request(server, people.planner, call)).body as DecisionRequest;
}

export const decisionFixtures: Readonly<Record<DecisionNames, Fixture>> = {
  'plan.decisionRequests': {
    as: 'executive',
    call: (_server, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/decision-requests` }),
  },
  'plan.decisions': {
    as: 'executive',
    call: (_server, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/decisions` }),
  },
  'plan.askDecision': {
    as: 'planner',
    call: (_server, { here }) => ({
      method: 'POST',
      path: `/facilities/${here.id}/decision-requests`,
      body: askedByHand,
    }),
    wrong: {
      body: { ...askedByHand, title: ' ', matter: '', cost: -1, effect: '', waiting: '', neededBy: '2026-02-30' },
      fields: ['title', 'matter', 'cost', 'effect', 'waiting', 'neededBy'],
    },
  },
  'plan.editRequest': {
    as: 'planner',
    call: async (server, { here }) => {
      const { id, revision } = await askedRequest(server, here);
      return {
        method: 'PUT',
        path: `/facilities/${here.id}/decision-requests/${id}`,
        body: { ...edit, revision, cost: null },
      };
    },
    wrong: { body: { ...edit, revision: 1, kind: 'wish' }, fields: ['kind'] },
  },
  'plan.withdrawRequest': {
    as: 'planner',
    call: async (server, { here }) => ({
      method: 'DELETE',
      path: `/facilities/${here.id}/decision-requests/${(await askedRequest(server, here)).id}`,
    }),
  },
  'plan.decide': {
    as: 'executive',
    call: async (server, { here }) => {
      const { id, revision } = await askedRequest(server, here);
      return {
        method: 'POST',
        path: `/facilities/${here.id}/decisions`,
        body: { requestId: id, revision, outcome: 'approved', reason: '', until: null },
      };
    },
    wrong: {
      body: {
        requestId: '3f2b8c1e-5d4a-4b6f-9e7c-1a2b3c4d5e6f',
        revision: 1,
        outcome: 'later',
        reason: '字'.repeat(601),
        until: '2026-02-30',
      },
      fields: ['outcome', 'reason', 'until'],
    },
  },
  'plan.decisionSheet': {
    as: 'executive',
    call: (_server, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/decision-sheet` }),
  },
};
