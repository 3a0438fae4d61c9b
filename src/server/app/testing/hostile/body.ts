import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { againstSchema, type InputSchema, placesOf } from './schema-edge.ts';
import { hostileText, hostileValue } from './text.ts';

/** Bytes of a body and what they claim to be. */
export type HostileBody = { readonly bytes: Buffer; readonly type: string; readonly encoding?: string };

const json = 'application/json';
const asJson = (text: string): HostileBody => ({ bytes: Buffer.from(text), type: json });

/** The same value with the one at the path replaced; what stands in the way becomes an object. */
function withPlaced(value: unknown, [key, ...rest]: readonly string[], placed: unknown): unknown {
  if (key === undefined) return placed;
  if (Array.isArray(value))
    return value.map((part, at) => (String(at) === key ? withPlaced(part, rest, placed) : part));
  const object = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return { ...object, [key]: withPlaced(object[key], rest, placed) };
}

const replaced = (base: unknown, schema: InputSchema) =>
  fc
    .constantFrom(...placesOf(schema))
    .chain(([path, part]) =>
      againstSchema(part).map((value) => asJson(JSON.stringify(withPlaced(base, path, value)) ?? 'null')),
    );

const pollution = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toJSON', 'then', '$ref', ''];

/** What would be found on every object there is, once it was put on their prototype. */
export const polluting = { mamoriWasHere: true };
const onPrototype = fc.constantFrom<unknown>(polluting, { prototype: polluting });

/** A key no schema names, written as text, so that `__proto__` is a key and not a prototype. */
const withForeignKey = (base: unknown) =>
  fc.tuple(fc.constantFrom(...pollution), fc.oneof(hostileValue, onPrototype)).map(([key, value]) => {
    const own = JSON.stringify(base ?? {});
    const extra = `${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}`;
    return asJson(own.startsWith('{') && own !== '{}' ? `{${extra},${own.slice(1)}` : `{${extra}}`);
  });

const without = (base: unknown) => {
  const keys = Object.keys((base ?? {}) as object);
  return keys.length === 0
    ? fc.constant(asJson('{}'))
    : fc.subarray(keys).map((left) => {
        const entries = Object.entries(base as object).filter(([key]) => left.includes(key));
        return asJson(JSON.stringify(Object.fromEntries(entries)));
      });
};

const nested = fc
  .tuple(fc.constantFrom(10, 500, 20_000), fc.constantFrom(['[', ']'], ['{"a":', '}']))
  .map(([depth, [open = '', close = '']]) => asJson(`${open.repeat(depth)}1${close.repeat(depth)}`));

const types = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  '',
];

const raw = (base: unknown): fc.Arbitrary<HostileBody> => {
  const text = JSON.stringify(base ?? {});
  return fc.oneof(
    fc.constantFrom('', '{', 'null', '[]', '"a"', '{"a":}', 'NaN', '﻿{}', `${text},`, text.slice(0, -1)).map(asJson),
    fc.constantFrom(...types).map((type) => ({ bytes: Buffer.from(text), type })),
    fc.constantFrom('utf16le' as const, 'latin1' as const).map((as) => ({ bytes: Buffer.from(text, as), type: json })),
    fc.constantFrom('gzip', 'br', 'identity, gzip', 'x').map((encoding) => ({
      bytes: gzipSync(text),
      type: json,
      encoding,
    })),
    fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => ({ bytes: Buffer.from(bytes), type: json })),
    hostileText.map((content) => ({
      bytes: Buffer.from(`--x\r\nContent-Disposition: form-data; name="${content}"\r\n\r\n${content}\r\n--x--`),
      type: 'multipart/form-data; boundary=x',
    })),
  );
};

/** Bodies for an endpoint that takes JSON, made from a valid one and from what the document says of it. */
export const hostileBody = (base: unknown, schema: InputSchema): fc.Arbitrary<HostileBody> =>
  fc.oneof(
    { weight: 8, arbitrary: replaced(base, schema) },
    { weight: 3, arbitrary: withForeignKey(base) },
    { weight: 2, arbitrary: without(base) },
    { weight: 1, arbitrary: nested },
    { weight: 3, arbitrary: raw(base) },
  );
