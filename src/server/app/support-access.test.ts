import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '#core/app/contract.ts';
import { permissions, type SupportScope, supportScopes } from '#core/identity/role.ts';
import { type Endpoint, endpointsOf } from '../platform/http/endpoints.ts';
import type { EndpointName } from './testing/fixture.ts';
import { fixtures } from './testing/fixtures.ts';
import { request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { heldBySupporters, letIn, openingScopes, otherScopes } from './testing/walk/supporters.ts';
import { makeWorld } from './testing/world.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const opened = {
  'organisation.read': ['supporter'],
  'organisation.propose': ['supporter'],
  'support.ask': ['supporter'],
  'region.read': ['supporter'],
  'facility.read': ['supporter'],
  'sheet.read': ['support-sheet'],
  'sheet.begin': ['support-answer'],
  'sheet.answer': ['support-answer'],
  'proposal.take': ['support-answer'],
  'evidence.read': ['support-evidence'],
  'result.read': ['support-result'],
};

test('supporters hold what was decided and nothing else; a wrong entry in the table of permissions is seen', () => {
  expect(heldBySupporters(permissions)).toEqual(opened);
  for (const scope of ['supporter', ...supportScopes] as const) {
    const wrong = { ...permissions, 'member.read': [...permissions['member.read'], scope] };
    expect(heldBySupporters(wrong)).not.toEqual(opened);
  }
});

type Case = readonly [name: EndpointName, scope: readonly SupportScope[]];

/** As people can agree on it: with the sheets, without which no agreement is made. What coming in opens needs no more. */
function casesOf({ name, access }: Endpoint): readonly Case[] {
  if (access.kind !== 'facility') return [];
  const scopes = openingScopes(access.permission);
  const least: readonly SupportScope[] = ['support-sheet'];
  const agreed = scopes.map((scope) => [...new Set([...least, scope])]);
  const byEntry = scopes.length === 0 && otherScopes(access.permission).length === 0 ? [least] : [];
  return [...agreed, ...byEntry].map((scope) => [name as EndpointName, scope]);
}

test.each(endpointsOf(contract).flatMap(casesOf))('%s answers a supporter let in to %j', async (name, scope) => {
  const world = await makeWorld(server);
  const supporter = await letIn(server, world.here, scope);
  const call = await fixtures[name].call(server, world, 'supporter');
  const { status, body } = await request(server, supporter, call);
  expect({ status, body: status < 300 ? 'fine' : body, errors: server.errors }).toEqual({
    status: expect.toSatisfy((each: number) => each >= 200 && each < 300),
    body: 'fine',
    errors: [],
  });
});
