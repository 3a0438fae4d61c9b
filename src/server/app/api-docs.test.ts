import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleBody } from '#core/app/api-docs/curl.ts';
import { type ApiDocument, groupsOf, type ShownEndpoint } from '#core/app/api-docs/document.ts';
import { exampleOf } from '#core/app/api-docs/example.ts';
import { contract } from '#core/app/contract.ts';
import { endpointsOf } from '../platform/http/endpoints.ts';

const text = readFileSync(join(import.meta.dirname, '../../../api/openapi.json'), 'utf8');
const document = JSON.parse(text) as ApiDocument;
const schemas = document.components?.schemas ?? {};
const shown: readonly ShownEndpoint[] = groupsOf(document).flatMap(({ endpoints }) => endpoints);
const procedures = new Map(endpointsOf(contract).map((endpoint) => [endpoint.name, endpoint.procedure]));

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
    expect(access.words, `${id} names nobody`).not.toMatch(/：(（|$)/);
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
