import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpoint } from './contract.ts';
import { strict, strictParts, withStrictInput } from './strict-input.ts';

const paths = (schema: z.ZodType, given: unknown) =>
  schema.safeParse(given).error?.issues.map((issue) => ({ code: issue.code, path: issue.path.join('.') }));

describe('a strict schema', () => {
  const loose = z.object({
    name: z.string().max(3),
    rows: z.array(z.object({ id: z.string() })).refine((rows) => rows.length < 3, '3行まで'),
    place: z.object({ city: z.string() }).nullable().optional(),
    mode: z.object({ fast: z.boolean() }).default({ fast: true }),
    which: z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]).optional(),
  });
  const given = { name: 'abc', rows: [{ id: '1' }], place: { city: '津市' }, mode: { fast: false }, which: { b: 'x' } };

  it('reads what the loose one reads, to the same', () => {
    for (const input of [given, { name: 'a', rows: [] }, { name: 'a', rows: [], place: null }]) {
      expect(strict(loose).parse(input)).toEqual(loose.parse(input));
    }
  });

  it.each([
    [{ ...given, stray: 1 }, ''],
    [{ ...given, rows: [{ id: '1' }, { id: '2', stray: 1 }] }, 'rows.1'],
    [{ ...given, place: { city: '津市', stray: 1 } }, 'place'],
    [{ ...given, mode: { fast: true, stray: 1 } }, 'mode'],
  ])('refuses a field nobody named, wherever it stands: %#', (input, path) => {
    expect(loose.safeParse(input).success).toBe(true);
    expect(paths(strict(loose), input)).toEqual([{ code: 'unrecognized_keys', path }]);
  });

  it('refuses it in every choice', () => {
    expect(strict(loose).safeParse({ ...given, which: { a: 'x', stray: 1 } }).success).toBe(false);
  });

  it('tells it together with every other fault, and keeps the rules of the loose one', () => {
    const rows = [{ id: '1' }, { id: '2' }, { id: '3' }];
    const found = paths(strict(loose), { ...given, name: 'abcd', rows, stray: 1 });
    expect(found?.map(({ path }) => path)).toEqual(['name', 'rows', '']);
  });

  it('leaves the loose one as it was', () => {
    strict(loose);
    expect(loose.safeParse({ ...given, stray: 1 }).success).toBe(true);
  });
});

describe('an input of parts', () => {
  const parts = strictParts(z.object({ params: z.object({ id: z.string() }), body: z.unknown().optional() }));

  it('is strict in each part and takes no query it does not name', () => {
    expect(parts.safeParse({ params: { id: '1' }, query: {}, body: { any: 1 } }).success).toBe(true);
    expect(paths(parts, { params: { id: '1', x: 1 }, query: {} })).toEqual([
      { code: 'unrecognized_keys', path: 'params' },
    ]);
    expect(paths(parts, { params: { id: '1' }, query: { x: 1 } })).toEqual([
      { code: 'unrecognized_keys', path: 'query' },
    ]);
  });

  it('takes any headers', () => {
    expect(parts.safeParse({ params: { id: '1' }, query: {}, headers: { accept: '*/*' } }).success).toBe(true);
  });
});

describe('a contract with strict input', () => {
  const plain = endpoint.route({ method: 'POST', path: '/a' }).input(z.object({ a: z.string() }));
  const apart = endpoint
    .route({ method: 'POST', path: '/b', inputStructure: 'detailed' })
    .input(z.object({ query: z.object({ b: z.string() }) }));
  const none = endpoint.route({ method: 'GET', path: '/c' });
  const made = withStrictInput({ plain, deeper: { apart, none } });
  const reads = (schema: unknown, given: unknown) => (schema as z.ZodType).safeParse(given).success;

  it('is strict at every endpoint, as its route reads it', () => {
    expect(reads(made.plain['~orpc'].inputSchema, { a: '1' })).toBe(true);
    expect(reads(made.plain['~orpc'].inputSchema, { a: '1', x: 1 })).toBe(false);
    expect(reads(made.deeper.apart['~orpc'].inputSchema, { query: { b: '1' }, headers: {} })).toBe(true);
    expect(reads(made.deeper.apart['~orpc'].inputSchema, { query: { b: '1', x: 1 } })).toBe(false);
  });

  it('is otherwise the same', () => {
    expect(made.plain['~orpc'].route).toEqual(plain['~orpc'].route);
    expect(made.plain['~orpc'].errorMap).toEqual(plain['~orpc'].errorMap);
    expect(made.deeper.none).toBe(none);
  });
});
