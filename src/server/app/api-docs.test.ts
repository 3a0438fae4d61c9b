import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { curlOf, exampleBody } from '#core/app/api-docs/curl.ts';
import { type ApiDocument, groupsOf, type ShownEndpoint } from '#core/app/api-docs/document.ts';
import { exampleOf } from '#core/app/api-docs/example.ts';
import { contract } from '#core/app/contract.ts';
import { scopes } from '#core/identity/access-token.ts';
import { addProgram } from '../identity/testing/add-access-token.ts';
import { endpointsOf } from '../platform/http/endpoints.ts';
import { request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { makeWorld, type World } from './testing/world.ts';

const text = readFileSync(join(import.meta.dirname, '../../../api/openapi.json'), 'utf8');
const document = JSON.parse(text) as ApiDocument;
const schemas = document.components?.schemas ?? {};
const shown: readonly ShownEndpoint[] = groupsOf(document).flatMap(({ endpoints }) => endpoints);
const procedures = new Map(endpointsOf(contract).map((endpoint) => [endpoint.name, endpoint.procedure]));
const endpointOf = (id: string): ShownEndpoint => {
  const found = shown.find((endpoint) => endpoint.id === id);
  if (!found) throw new Error(`the page shows no ${id}`);
  return found;
};

it('the page shows every endpoint of the contract, who may call it and what it may be refused with', () => {
  expect(shown.map(({ id }) => id).toSorted()).toEqual([...procedures.keys()].toSorted());
  for (const { id, access, errors, summary } of shown) {
    expect({ id, access, summary }).toMatchObject({
      access: { words: expect.any(String) },
      summary: expect.any(String),
    });
    expect(errors.map(({ code, message }) => ({ id, code, ok: /[ぁ-ん]/.test(message) }))).toEqual(
      errors.map(({ code }) => ({ id, code, ok: true })),
    );
    expect(errors.map(({ code }) => code)).toContain('too-many');
  }
});

describe.each(shown.filter(({ body }) => body?.schema).map((endpoint) => [endpoint.id, endpoint] as const))(
  'the example of %s',
  (id, endpoint) => {
    it('is taken by the contract', async () => {
      const schema = procedures.get(id)?.['~orpc'].inputSchema;
      const path = endpoint.parameters
        .filter((parameter) => parameter.in === 'path')
        .map((parameter) => [parameter.name, exampleOf(parameter.schema, schemas)]);
      const body = exampleBody(endpoint, schemas) as object;
      const result = await schema?.['~standard'].validate({ ...Object.fromEntries(path), ...body });
      expect(result?.issues ?? []).toEqual([]);
    });
  },
);

type Line = {
  readonly method: string;
  readonly url: string;
  readonly headers: [string, string][];
  readonly data?: string;
};

/** What a shell makes of a shown line: words, with what stands in single quotes as it is. */
function lineOf(curl: string): Line {
  const words = [...curl.replaceAll('\\\n', ' ').matchAll(/(?:'[^']*'|\\'|[^\s'\\])+/g)].map(([word]) =>
    word.replaceAll(
      /'([^']*)'|\\(')/g,
      (_, inside: string | undefined, escaped: string | undefined) => inside ?? escaped ?? '',
    ),
  );
  const after = (flag: string) => words.flatMap((word, place) => (word === flag ? [words[place + 1] ?? ''] : []));
  const headers = after('-H').map((header): [string, string] => {
    const [name = '', ...value] = header.split(': ');
    return [name, value.join(': ')];
  });
  const [data] = after('-d');
  const url = words.find((word) => word.startsWith('http')) ?? '';
  return { method: after('-X')[0] ?? 'GET', url, headers, ...(data !== undefined && { data }) };
}

describe('a shown line, with what it asks to be replaced', () => {
  let server: TestServer;
  let world: World;
  let runId: string;
  let key: string;
  beforeAll(async () => {
    server = await startTestServer();
    world = await makeWorld(server);
    const { planner } = world.here.people;
    const path = `/facilities/${world.here.id}/runs`;
    const begun = await request(server, planner, { method: 'POST', path, body: { sheetId: 'small-facility' } });
    runId = (begun.body as { id: string }).id;
    const program = await addProgram(server, world.here, planner, { scopes });
    key = program.authorization?.replace('Bearer ', '') ?? '';
  });
  afterAll(() => server.stop());

  const run = ({ method, url, headers, data }: Line) =>
    fetch(url, { method, headers, ...(data !== undefined && { body: data }) });

  it.each([
    'organisation.profile',
    'organisation.chooseSheet',
    'identity.members',
    'sheet.runs',
    'sheet.begin',
    'sheet.run',
    'sheet.saveAnswer',
    'sheet.history',
    'sheet.downloadCsv',
    'evidence.list',
    'assessment.result',
    'catalogue.sheets',
  ])('works: %s', async (id) => {
    const curl = curlOf(endpointOf(id), `${server.url}/api/v1`, schemas)
      .replaceAll('FACILITY_ID', world.here.id)
      .replaceAll('RUN_ID', runId)
      .replaceAll('ITEM_ID', 'S1')
      .replaceAll('ACCESS_KEY', key);
    const reply = await run(lineOf(curl));
    expect({ curl, status: reply.status, body: reply.ok ? 'fine' : await reply.text() }).toMatchObject({
      status: expect.toSatisfy((status: number) => status >= 200 && status < 300),
    });
  });
});
