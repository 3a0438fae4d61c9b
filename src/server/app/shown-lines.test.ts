import { readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiDocument, groupsOf, type ShownEndpoint } from '#core/app/api-docs/document.ts';
import { scopes } from '#core/identity/access-token.ts';
import { addProgram } from '../identity/testing/add-access-token.ts';
import type { EndpointName } from './testing/fixture.ts';
import { fixtures } from './testing/fixtures.ts';
import { holderOf } from './testing/holder.ts';
import { filesOf, inShell, type Own, shownLine } from './testing/shown-line.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { makeWorld } from './testing/world.ts';

const text = readFileSync(join(import.meta.dirname, '../../../api/openapi.json'), 'utf8');
const document = JSON.parse(text) as ApiDocument;
const schemas = document.components?.schemas ?? {};
const shown = groupsOf(document).flatMap(({ endpoints }) => endpoints);
const byKey = shown.filter(({ access }) => access.accessToken !== undefined);
const named = (endpoints: readonly ShownEndpoint[]) => endpoints.map((endpoint) => [endpoint.id, endpoint] as const);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** Somebody who may call, with everything the line asks the reader to put in. */
async function ready({ id, access }: ShownEndpoint): Promise<Own> {
  const world = await makeWorld(server);
  const { as, call, person } = fixtures[id as EndpointName];
  const by = person ? await person(server, world) : holderOf(as, world);
  const made = await call(server, world, as);
  const program =
    by && access.accessToken !== undefined ? await addProgram(server, world.here, by, { scopes }) : undefined;
  const key = program?.authorization?.replace('Bearer ', '') ?? '';
  return { call: made, key, cookie: by?.cookie ?? '', ...filesOf(made) };
}

async function expectWorks(endpoint: ShownEndpoint): Promise<void> {
  const own = await ready(endpoint);
  const line = shownLine(endpoint, server.url, schemas, own);
  const { status, said } = await inShell(line);
  expect({ status, ...(status !== endpoint.answer.status && { line, said }) }).toEqual({
    status: endpoint.answer.status,
  });
  if (line.includes(' -o ')) expect(statSync(own.taken).size, line).toBeGreaterThan(0);
  await rm(dirname(own.given), { recursive: true });
}

test('the lines for programs are most of what a facility offers', () => {
  expect(byKey.length).toBeGreaterThan(25);
});

describe('the shown line, run by a shell, is answered as the page says, with an access key:', () => {
  test.each(named(byKey))('%s', (_, endpoint) => expectWorks(endpoint));
});

describe('the shown line, run by a shell, is answered as the page says, in a session or by anybody:', () => {
  test.each(named(shown.filter((endpoint) => !byKey.includes(endpoint))))('%s', (_, endpoint) => expectWorks(endpoint));
});

test('nothing of all this was a fault of ours', () => {
  expect(server.errors).toEqual([]);
});
