import { describe, expect, it } from 'vitest';
import { curlOf, placeholderOf } from './curl.ts';
import { type ApiDocument, groupsOf, searchGroups } from './document.ts';
import { exampleId, exampleOf } from './example.ts';
import { fieldsOf } from './field.ts';
import type { Schema, Schemas } from './schema.ts';

const schemas: Schemas = {
  Note: {
    type: 'object',
    properties: { text: { type: 'string', maxLength: 20 }, inside: { $ref: '#/components/schemas/Note' } },
    required: ['text'],
  },
};
const body: Schema = {
  type: 'object',
  properties: {
    value: { enum: ['0', '1'] },
    name: { anyOf: [{ type: 'null' }, { type: 'string' }] },
    days: { type: 'integer', minimum: 1, maximum: 365, default: 90 },
    code: { type: 'string', pattern: '^\\d{6}$' },
    notes: { type: 'array', items: { $ref: '#/components/schemas/Note' } },
  },
  required: ['value'],
};
const document: ApiDocument = {
  paths: {
    '/facilities/{facilityId}/notes': {
      put: {
        operationId: 'note.save',
        summary: 'メモを残す',
        tags: ['メモ'],
        parameters: [
          { name: 'facilityId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
          { name: 'kind', in: 'query', required: true, schema: { enum: ["it's"] } },
        ],
        requestBody: {
          content: { 'application/json': { schema: { properties: { name: { const: "it's" } }, type: 'object' } } },
        },
        responses: {
          200: { content: { 'text/csv': {} } },
          404: {
            content: {
              'application/json': { schema: { properties: { code: { description: 'a: 無い\nb: 消えた' } } } },
            },
          },
        },
        'x-access': { kind: 'facility', words: '職員', accessToken: 'メモ' },
      },
    },
  },
};

describe('exampleOf', () => {
  it('takes defaults, first choices and texts that fit', () => {
    expect(exampleOf(body, {})).toEqual({ value: '0', name: '山田 花子', days: 90, code: '123456', notes: [null] });
    expect(exampleOf({ type: 'string', format: 'uuid' }, {})).toBe(exampleId);
    const fields = ['endsOn', 'from'].map((name) => [name, { type: 'string', format: 'date' }]);
    const wish = {
      prefecture: { type: 'integer', minimum: 1 },
      excluded: { type: 'array', items: { type: 'string' } },
    };
    expect(exampleOf({ type: 'object', properties: { ...wish, ...Object.fromEntries(fields) } }, {})).toEqual({
      prefecture: 14,
      excluded: [],
      endsOn: '2027-03-31',
      from: '2026-11-20',
    });
  });

  it('comes to an end where a schema holds itself', () => {
    expect(JSON.stringify(exampleOf({ $ref: '#/components/schemas/Note' }, schemas)).length).toBeLessThan(500);
  });
});

describe('fieldsOf', () => {
  it('names every field by its path with its kind in words, and comes to an end', () => {
    const fields = fieldsOf(body, schemas);
    expect(fields.slice(0, 6)).toEqual([
      { name: 'value', type: '"0"・"1"', required: true },
      { name: 'name', type: '文字 か null', required: false },
      { name: 'days', type: '整数（1〜365、省くと 90）', required: false },
      { name: 'code', type: '文字', required: false },
      { name: 'notes', type: 'まとまりの並び', required: false },
      { name: 'notes[].text', type: '文字（0〜20字）', required: true },
    ]);
    expect(fields.length).toBeLessThan(20);
  });
});

describe('the shown endpoints', () => {
  const [group] = groupsOf(document);
  const [endpoint] = group?.endpoints ?? [];

  it('say what they are refused with', () => {
    expect(group?.title).toBe('メモ');
    expect(endpoint?.errors).toEqual([
      { status: 404, code: 'a', message: '無い' },
      { status: 404, code: 'b', message: '消えた' },
    ]);
  });

  it('have a line for the command line, quoted for a shell', () => {
    if (!endpoint) throw new Error('no endpoint');
    expect(curlOf(endpoint, 'https://m.example/api/v1', {})).toBe(
      [
        "curl -X PUT 'https://m.example/api/v1/facilities/FACILITY_ID/notes?kind=it'\\''s'",
        "-H 'Authorization: Bearer ACCESS_KEY'",
        "-H 'Content-Type: application/json'",
        `-d '{"name":"it'\\''s"}'`,
        "-o 'FILE'",
      ].join(' \\\n  '),
    );
    expect(placeholderOf('evidenceId')).toBe('EVIDENCE_ID');
  });

  it('leave the name of a file that is sent to the reader, as they do the file', () => {
    if (!endpoint) throw new Error('no endpoint');
    const name = { name: 'name', in: 'query', required: true, schema: { type: 'string' } };
    const taking = { ...endpoint, parameters: [name], body: { type: '*/*', schema: undefined } };
    expect(curlOf(taking, 'https://m.example/api/v1', {})).toContain("/notes?name=FILE_NAME' ");
    expect(curlOf({ ...endpoint, parameters: [name] }, '', {})).toContain(
      '?name=%E5%B1%B1%E7%94%B0%20%E8%8A%B1%E5%AD%90',
    );
  });

  it.each([
    ['メモ', 1],
    ['put　facilities', 1],
    ['NOTE.save 残す', 1],
    ['', 1],
    ['点検', 0],
  ])('are found by every word asked for: %s', (words, found) => {
    expect(searchGroups(groupsOf(document), words)).toHaveLength(found);
  });
});
